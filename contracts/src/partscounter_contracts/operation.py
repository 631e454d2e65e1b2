"""What a contract consists of: its operations, how each is called and every shape that it answers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

WireType = object
"""A Struct class or a typing construct msgspec understands, such as `list[Brand]`; None where there is no body."""

JSON = "application/json"
FORM = "application/x-www-form-urlencoded"
NDJSON = "application/x-ndjson"


class Location(StrEnum):
    """Where a parameter stands in the request."""

    PATH = "path"
    QUERY = "query"
    HEADER = "header"


class SecurityKind(StrEnum):
    """How a client of the contract proves who it is."""

    BASIC = "basic"
    BEARER = "bearer"


@dataclass(frozen=True, slots=True)
class Parameter:
    """One path, query or header parameter, named as on the wire."""

    name: str
    description: str
    location: Location = Location.QUERY
    type: WireType = str
    required: bool = False
    example: object = None


@dataclass(frozen=True, slots=True)
class Operation:
    """One method on one path.

    `path` is absolute, with `{names}` in braces. `section` names the part of the source document that describes it;
    an operation of this project's own says so with `ours`. `responses` are the answers of success by status, `errors`
    the refusals; None stands for an empty body. `headers` describe what an answer of success carries beside its body.
    """

    contract: str
    method: str
    path: str
    operation_id: str
    summary: str
    section: str
    responses: Mapping[int, WireType]
    errors: Mapping[int, WireType]
    request: WireType = None
    request_media_type: str = JSON
    response_media_type: str = JSON
    """Of the answers of success; refusals are always JSON."""
    parameters: tuple[Parameter, ...] = ()
    headers: Mapping[str, str] = field(default_factory=dict)
    security: SecurityKind | None = None
    scopes: tuple[str, ...] = ()
    ours: bool = False
    deprecated: bool = False
    request_examples: Mapping[str, object] = field(default_factory=dict)
    response_examples: Mapping[int, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Contract:
    """One vendor's API. `source` is the vendor's document; `token` the operation that issues bearer tokens, if any."""

    name: str
    title: str
    version: str
    summary: str
    source: str
    base_path: str
    security: SecurityKind
    operations: tuple[Operation, ...]
    token: Operation | None = None
    scopes: Mapping[str, str] = field(default_factory=dict)


def path_parameter(name: str, description: str, example: object = None) -> Parameter:
    """A parameter that stands in the path, always as text."""
    return Parameter(name, description, Location.PATH, str, required=True, example=example)


IDEMPOTENCY_KEY = Parameter(
    "Idempotency-Key",
    "The same key with the same body gives the first answer again; with another body 422 (this project's addition).",
    Location.HEADER,
)
