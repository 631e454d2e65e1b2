"""OAuth 2.0 client credentials (RFC 6749 §4.4): the token endpoint that order tracking and QR associations share."""

from enum import StrEnum

from msgspec import UNSET, Struct, UnsetType

from partscounter_contracts.operation import FORM, Operation

TOKEN_PATH = "/as/token.oauth2"  # noqa: S105 - an address, not a secret
TOKEN_LIFETIME_SECONDS = 3600


class TokenErrorCode(StrEnum):
    """The `error` values that this endpoint gives: those of RFC 6749 §5.2, and two of §4.1.2.1 for trouble of ours."""

    INVALID_REQUEST = "invalid_request"
    INVALID_CLIENT = "invalid_client"
    UNSUPPORTED_GRANT_TYPE = "unsupported_grant_type"
    SERVER_ERROR = "server_error"
    TEMPORARILY_UNAVAILABLE = "temporarily_unavailable"


class TokenRequest(Struct, frozen=True, kw_only=True):
    """The form fields. Client id and secret may come as HTTP Basic instead; other fields are ignored."""

    grant_type: str
    client_id: str | UnsetType = UNSET
    client_secret: str | UnsetType = UNSET
    scope: str | UnsetType = UNSET


class TokenResponse(Struct, frozen=True, kw_only=True):
    """A bearer token and its lifetime in seconds."""

    access_token: str
    token_type: str = "Bearer"  # noqa: S105 - a kind of token
    expires_in: int = TOKEN_LIFETIME_SECONDS


class TokenError(Struct, frozen=True, kw_only=True):
    """Why no token was issued."""

    error: TokenErrorCode
    error_description: str | UnsetType = UNSET


def token_operation(contract: str) -> Operation:
    """The token endpoint as an operation of `contract`."""
    return Operation(
        contract=contract,
        method="POST",
        path=TOKEN_PATH,
        operation_id="issueToken",
        summary="Exchange client id and secret for a bearer token of one hour",
        section="Security",
        request=TokenRequest,
        request_media_type=FORM,
        responses={200: TokenResponse},
        errors=dict.fromkeys((400, 401, 405, 413, 415, 429, 500), TokenError),
        headers={"Cache-Control": "Always no-store."},
        request_examples={
            "printed": {"grant_type": "client_credentials", "client_id": "my-client", "client_secret": "my-secret"},
        },
    )
