"""What Parts Orders answers when it says no: the document's own object for 400 and 404, the gateway's for the rest."""

from typing import Any

from msgspec import Struct


class ErrorDetail(Struct, frozen=True, kw_only=True):
    """One wrong field: its JSON path (`parts[0].quantity`), the value sent, what is wrong with it."""

    field: str
    value: Any
    issue: str


class Link(Struct, frozen=True, kw_only=True):
    """Where to go from here."""

    method: str
    rel: str
    href: str
    title: str


class ValidationError(Struct, frozen=True, kw_only=True, rename="camel"):
    """The body of 400, 404 and 422: every violation at once. `correlation_id` is the request's id."""

    correlation_id: str
    message: str
    details: list[ErrorDetail]
    links: list[Link]


class FaultDetail(Struct, frozen=True, kw_only=True):
    """The gateway's machine-readable code, such as `steps.oauth.v2.InvalidAccessToken`."""

    errorcode: str


class FaultBody(Struct, frozen=True, kw_only=True):
    """A sentence and a code."""

    faultstring: str
    detail: FaultDetail


class Fault(Struct, frozen=True, kw_only=True):
    """The body of every refusal the gateway gives: 401, 403, 405, 413, 415, 429, 500, 503."""

    fault: FaultBody
