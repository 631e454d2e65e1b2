"""A contract's OpenAPI document as what its page shows: operations with parameters, bodies, answers and refusals."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from partscounter.portal.read_schema import Piece, Schema, TypeTable, spell_limits, spell_type, type_tables

Json = Mapping[str, Any]

_FIRST_REFUSAL = 400
_CREDENTIALS = {"basic": "HTTP Basic", "oauth2": "Bearer token"}


@dataclass(frozen=True, slots=True)
class Sample:
    """An example, as indented JSON."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class ParameterRow:
    name: str
    location: str
    type: tuple[Piece, ...]
    is_required: bool
    description: str
    limits: str
    example: str


@dataclass(frozen=True, slots=True)
class Body:
    """What a request or an answer carries."""

    media_type: str
    type: tuple[Piece, ...]
    samples: tuple[Sample, ...]


@dataclass(frozen=True, slots=True)
class Reply:
    """One status with which an operation answers."""

    status: int
    phrase: str
    headers: tuple[tuple[str, str], ...]
    body: Body | None

    @property
    def is_refusal(self) -> bool:
        return self.status >= _FIRST_REFUSAL


@dataclass(frozen=True, slots=True)
class OperationView:
    """One method on one path."""

    anchor: str
    method: str
    path: str
    summary: str
    origin: str
    is_deprecated: bool
    credential: str
    parameters: tuple[ParameterRow, ...]
    body: Body | None
    replies: tuple[Reply, ...]


@dataclass(frozen=True, slots=True)
class DocumentView:
    """The whole document."""

    title: str
    version: str
    summary: str
    server: str
    operations: tuple[OperationView, ...]
    types: tuple[TypeTable, ...]


def read_document(document: Json) -> DocumentView:
    """`document` as `partscounter_contracts.document` makes it."""
    info = document["info"]
    return DocumentView(
        title=info["title"],
        version=info["version"],
        summary=info["description"],
        server=document["servers"][0]["url"],
        operations=tuple(_operations(document)),
        types=type_tables(document["components"]["schemas"]),
    )


def _operations(document: Json) -> Iterator[OperationView]:
    shared: Json = document["components"]["responses"]
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            yield OperationView(
                anchor=operation["operationId"],
                method=method.upper(),
                path=path,
                summary=operation["summary"],
                origin=operation["description"],
                is_deprecated=operation.get("deprecated", False),
                credential=_credential(operation["security"]),
                parameters=tuple(_parameter(each) for each in operation["parameters"]),
                body=_body(operation.get("requestBody", {})),
                replies=tuple(_reply(int(status), each, shared) for status, each in operation["responses"].items()),
            )


def _credential(security: list[Mapping[str, list[str]]]) -> str:
    for scheme in security:
        for name, scopes in scheme.items():
            return " with scope ".join([_CREDENTIALS[name], *([", ".join(scopes)] if scopes else [])])
    return ""


def _parameter(parameter: Json) -> ParameterRow:
    schema: Schema = parameter["schema"]
    return ParameterRow(
        name=parameter["name"],
        location=parameter["in"],
        type=spell_type(schema),
        is_required=parameter["required"],
        description=parameter["description"],
        limits=spell_limits(schema),
        example=str(parameter.get("example", "")),
    )


def _reply(status: int, response: Json, shared: Json) -> Reply:
    found: Json = shared[response["$ref"].removeprefix("#/components/responses/")] if "$ref" in response else response
    headers = tuple((name, header["description"]) for name, header in found["headers"].items())
    return Reply(status, found["description"], headers, _body(found))


def _body(carrier: Json) -> Body | None:
    for media_type, media in carrier.get("content", {}).items():
        samples = [Sample(name, _indented(each["value"])) for name, each in media.get("examples", {}).items()]
        if "example" in media:
            samples.append(Sample("", _indented(media["example"])))
        return Body(media_type, spell_type(media["schema"]), tuple(samples))
    return None


def _indented(value: object) -> str:
    return msgspec.json.format(msgspec.json.encode(value), indent=2).decode()
