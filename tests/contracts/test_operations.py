"""Every contract describes itself: valid OpenAPI, unique operations, examples that its own types accept."""

import re
from typing import Any

import msgspec
import pytest
from openapi_spec_validator import validate

from partscounter_contracts import CONTRACTS, Contract, Location, Operation, document
from partscounter_contracts.operation import FORM

SERVER = "http://127.0.0.1:8080"


EVERY_OPERATION = [
    operation
    for contract in CONTRACTS.values()
    for operation in (*contract.operations, contract.token)
    if operation is not None
]


@pytest.mark.parametrize("contract", CONTRACTS.values(), ids=CONTRACTS)
def test_the_openapi_document_is_valid(contract: Contract) -> None:
    description = document(contract, SERVER)

    validate(description)
    methods = sum(len(path) for path in description["paths"].values())
    assert methods == len(contract.operations) + (contract.token is not None)


@pytest.mark.parametrize("contract", CONTRACTS.values(), ids=CONTRACTS)
def test_operation_ids_and_routes_are_unique_and_stand_under_the_base_path(contract: Contract) -> None:
    operations = contract.operations

    assert len({operation.operation_id for operation in operations}) == len(operations)
    assert len({(operation.method, operation.path) for operation in operations}) == len(operations)
    assert {operation.contract for operation in operations} == {contract.name}
    assert all(operation.path.startswith(contract.base_path) for operation in operations)


@pytest.mark.parametrize("operation", EVERY_OPERATION, ids=lambda operation: operation.operation_id)
def test_path_parameters_are_those_of_the_path(operation: Operation) -> None:
    in_path = [parameter.name for parameter in operation.parameters if parameter.location is Location.PATH]

    assert in_path == re.findall(r"{(\w+)}", operation.path)
    assert all(status < 400 for status in operation.responses)
    assert all(status >= 400 for status in operation.errors)


@pytest.mark.parametrize("operation", EVERY_OPERATION, ids=lambda operation: operation.operation_id)
def test_examples_are_what_the_types_accept_and_would_send(operation: Operation) -> None:
    for example in operation.request_examples.values():
        msgspec.convert(example, operation.request)
    for status, example in operation.response_examples.items():
        wire_type: Any = {**operation.responses, **operation.errors}[status]
        assert msgspec.convert(example, wire_type) is not None


def test_security_names_the_scheme_and_where_a_token_comes_from() -> None:
    tracking = document(CONTRACTS["order_tracking"], SERVER)
    export = document(CONTRACTS["order_export"], SERVER)

    flow = tracking["components"]["securitySchemes"]["oauth2"]["flows"]["clientCredentials"]
    assert flow["tokenUrl"] == f"{SERVER}/as/token.oauth2"
    assert list(tracking["paths"]["/as/token.oauth2"]["post"]["requestBody"]["content"]) == [FORM]
    assert export["components"]["securitySchemes"] == {"basic": {"type": "http", "scheme": "basic"}}


def test_refusals_carry_the_headers_that_every_contract_promises() -> None:
    description = document(CONTRACTS["parts_orders"], SERVER)
    answers = description["paths"]["/{enterpriseId}/{storeId}/v1/parts-orders"]["post"]["responses"]
    shared = description["components"]["responses"]

    headers = {name: set(refusal["headers"]) for name, refusal in shared.items()}
    assert set(answers["201"]["headers"]) == {"Location", "X-Request-Id"}
    assert answers["401"] == {"$ref": "#/components/responses/UNAUTHORIZED.Fault"}
    assert headers["UNAUTHORIZED.Fault"] == {"WWW-Authenticate", "X-Request-Id"}
    assert headers["METHOD_NOT_ALLOWED.Fault"] == {"Allow", "X-Request-Id"}
    assert headers["TOO_MANY_REQUESTS.Fault"] == {"Retry-After", "X-Request-Id"}
    assert headers["SERVICE_UNAVAILABLE.Fault"] == {"Retry-After", "X-Request-Id"}


def test_amounts_are_described_as_the_numbers_they_are_sent_as() -> None:
    price = document(CONTRACTS["parts_orders"], SERVER)["components"]["schemas"]["Price"]

    assert price["properties"]["netValue"] == {"type": "number"}
