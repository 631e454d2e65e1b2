"""The token endpoint of Parts Orders, in the style of the gateway in front of it (no part of the document; ours)."""

from enum import StrEnum

from msgspec import UNSET, Struct, UnsetType

TOKEN_PATH = "/oauth/client_credential/accesstoken"  # noqa: S105 - an address, not a secret


class Scope(StrEnum):
    """What a token may be used for."""

    ORDERS_CREATE = "api.orders/create"
    ORDERS_READ = "api.orders/read"
    PARTS_READ = "api.parts/read"
    BRANDS_READ = "api.parts/brands/read"
    PRICE_AVAILABILITY_READ = "api.parts/price-availability/read"


SCOPES: dict[str, str] = {
    Scope.ORDERS_CREATE: "place parts orders",
    Scope.ORDERS_READ: "read parts orders",
    Scope.PARTS_READ: "search parts",
    Scope.BRANDS_READ: "list brands",
    Scope.PRICE_AVAILABILITY_READ: "read prices and stock",
}


class AccessTokenRequest(Struct, frozen=True, kw_only=True):
    """The form fields. `grant_type` may stand in the query, the client's id and secret in HTTP Basic instead."""

    grant_type: str | UnsetType = UNSET
    client_id: str | UnsetType = UNSET
    client_secret: str | UnsetType = UNSET
    scope: str | UnsetType = UNSET


class AccessTokenResponse(Struct, frozen=True, kw_only=True):
    """A bearer token. Every value is text; a client switched to it gets `expires_in` as a number.

    `issued_at` is milliseconds since 1970, `expires_in` seconds, `scope` the scopes with blanks between.
    """

    token_type: str = "BearerToken"  # noqa: S105 - a kind of token
    access_token: str
    expires_in: str | int = "3599"
    issued_at: str
    client_id: str
    scope: str
    status: str = "approved"
