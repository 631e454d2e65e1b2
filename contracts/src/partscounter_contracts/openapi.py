"""The OpenAPI 3.1 document of a contract, built from its operations and their types."""

from collections.abc import Iterator
from http import HTTPStatus
from typing import Any

from partscounter_contracts.operation import JSON, Contract, Operation, Parameter, SecurityKind, WireType
from partscounter_contracts.schema import SchemaBook

Json = dict[str, Any]

_SECURITY_NAMES = {SecurityKind.BASIC: "basic", SecurityKind.BEARER: "oauth2"}
_ERROR_HEADERS = {
    401: ("WWW-Authenticate", "The scheme this API wants."),
    405: ("Allow", "The methods this path takes."),
    429: ("Retry-After", "Seconds to wait before the next try."),
    503: ("Retry-After", "Seconds to wait before the next try."),
}
_REQUEST_ID = ("X-Request-Id", "Names this exchange in the server's log; a valid one that came in is echoed.")


def document(contract: Contract, server_url: str) -> Json:
    """`contract` as OpenAPI 3.1, served at `server_url`."""
    operations = _operations(contract)
    book = SchemaBook(list(_types(operations)))
    paths: dict[str, Json] = {}
    for operation in operations:
        paths.setdefault(operation.path, {})[operation.method.lower()] = _operation(operation, book)
    return {
        "openapi": "3.1.0",
        "info": {"title": contract.title, "version": contract.version, "description": contract.summary},
        "servers": [{"url": server_url.rstrip("/") or "/"}],
        "paths": paths,
        "components": {
            "schemas": book.components,
            "responses": _shared_refusals(operations, book),
            "securitySchemes": _security_schemes(contract, server_url),
        },
    }


def _operations(contract: Contract) -> tuple[Operation, ...]:
    return contract.operations if contract.token is None else (contract.token, *contract.operations)


def _types(operations: tuple[Operation, ...]) -> Iterator[WireType]:
    for operation in operations:
        yield operation.request
        yield from operation.responses.values()
        yield from operation.errors.values()
        yield from (parameter.type for parameter in operation.parameters)


def _operation(operation: Operation, book: SchemaBook) -> Json:
    described: Json = {
        "operationId": operation.operation_id,
        "summary": operation.summary,
        "description": _origin(operation),
        "security": _security(operation),
        "parameters": [_parameter(parameter, book) for parameter in operation.parameters],
        "responses": _responses(operation, book),
    }
    if operation.request is not None:
        described["requestBody"] = _request_body(operation, book)
    if operation.deprecated:
        described["deprecated"] = True
    return described


def _origin(operation: Operation) -> str:
    if operation.ours:
        return f"This project's own ({operation.section}); no vendor's document has it."
    return f"Described in the vendor's document under “{operation.section}”."


def _security(operation: Operation) -> list[Json]:
    if operation.security is None:
        return []
    return [{_SECURITY_NAMES[operation.security]: list(operation.scopes)}]


def _parameter(parameter: Parameter, book: SchemaBook) -> Json:
    described: Json = {
        "name": parameter.name,
        "in": parameter.location.value,
        "description": parameter.description,
        "required": parameter.required,
        "schema": book.schema(parameter.type),
    }
    if parameter.example is not None:
        described["example"] = parameter.example
    return described


def _request_body(operation: Operation, book: SchemaBook) -> Json:
    media: Json = {"schema": book.schema(operation.request)}
    if operation.request_examples:
        media["examples"] = {name: {"value": value} for name, value in operation.request_examples.items()}
    return {"required": True, "content": {operation.request_media_type: media}}


def _responses(operation: Operation, book: SchemaBook) -> Json:
    answers: Json = {}
    for status, body in operation.responses.items():
        answers[str(status)] = _response(operation, status, body, book, list(operation.headers.items()))
    for status, body in operation.errors.items():
        if status in operation.response_examples:
            answers[str(status)] = _refusal(operation, status, body, book)
        else:
            answers[str(status)] = {"$ref": f"#/components/responses/{_refusal_name(operation, status, body)}"}
    return answers


def _shared_refusals(operations: tuple[Operation, ...], book: SchemaBook) -> Json:
    """Refusals that many operations have in common, described once."""
    return {
        _refusal_name(operation, status, body): _refusal(operation, status, body, book)
        for operation in operations
        for status, body in operation.errors.items()
        if status not in operation.response_examples
    }


def _refusal_name(operation: Operation, status: int, body: WireType) -> str:
    shape = "empty" if operation.method == "HEAD" else getattr(body, "__name__", "")
    return f"{HTTPStatus(status).name}.{shape}"


def _refusal(operation: Operation, status: int, body: WireType, book: SchemaBook) -> Json:
    extra = [_ERROR_HEADERS[status]] if status in _ERROR_HEADERS else []
    return _response(operation, status, body, book, extra)


def _response(
    operation: Operation, status: int, body: WireType, book: SchemaBook, headers: list[tuple[str, str]]
) -> Json:
    described: Json = {
        "description": HTTPStatus(status).phrase,
        "headers": {
            name: {"description": text, "schema": {"type": "string"}} for name, text in (*headers, _REQUEST_ID)
        },
    }
    if body is None or operation.method == "HEAD":
        return described
    media: Json = {"schema": book.schema(body)}
    if status in operation.response_examples:
        media["example"] = operation.response_examples[status]
    kind = operation.response_media_type if status in operation.responses else JSON
    described["content"] = {kind: media}
    return described


def _security_schemes(contract: Contract, server_url: str) -> Json:
    if contract.security is SecurityKind.BASIC:
        return {"basic": {"type": "http", "scheme": "basic"}}
    if contract.token is None:
        raise ValueError(f"{contract.name} takes bearer tokens but names no token endpoint")
    flow = {"tokenUrl": server_url.rstrip("/") + contract.token.path, "scopes": dict(contract.scopes)}
    return {"oauth2": {"type": "oauth2", "flows": {"clientCredentials": flow}}}
