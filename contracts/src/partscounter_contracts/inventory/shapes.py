"""What the operations of the inventory have in common: Basic authentication, one error shape, `userid`."""

from collections.abc import Mapping

from partscounter_contracts.inventory.values import RESULT_HEADER, ErrorBody
from partscounter_contracts.operation import Operation, Parameter, SecurityKind, WireType

NAME = "inventory"
OUR_PAGE = "docs/wire/inventory.md"
USER_ID = Parameter("userid", "The end user whose prices and availability to apply", example="1")

_READ_ERRORS: dict[int, WireType] = dict.fromkeys((400, 401, 403, 404, 405, 429, 500, 503), ErrorBody)
_WRITE_ERRORS: dict[int, WireType] = {**_READ_ERRORS, 413: ErrorBody, 415: ErrorBody}


def read(
    path: str,
    operation_id: str,
    *,
    summary: str,
    section: str,
    answer: WireType,
    parameters: tuple[Parameter, ...] = (),
    example: object = None,
    ours: bool = False,
) -> Operation:
    """A GET."""
    return Operation(
        contract=NAME,
        method="GET",
        path=path,
        operation_id=operation_id,
        summary=summary,
        section=section,
        responses={200: answer},
        errors=_READ_ERRORS,
        parameters=parameters,
        security=SecurityKind.BASIC,
        ours=ours,
        response_examples={} if example is None else {200: example},
    )


def head(
    path: str,
    operation_id: str,
    *,
    summary: str,
    section: str,
    answer: WireType,
    parameters: tuple[Parameter, ...] = (),
    example: object = None,
) -> Operation:
    """A HEAD, whose answer travels in the header X-Result."""
    return Operation(
        contract=NAME,
        method="HEAD",
        path=path,
        operation_id=operation_id,
        summary=summary,
        section=section,
        responses={200: answer},
        errors=_READ_ERRORS,
        parameters=parameters,
        headers={RESULT_HEADER: "The answer as compact JSON."},
        security=SecurityKind.BASIC,
        response_examples={} if example is None else {200: example},
    )


def write(
    methods: tuple[str, ...],
    path: str,
    operation_id: str,
    *,
    summary: str,
    section: str,
    answer: WireType,
    request: WireType = None,
    parameters: tuple[Parameter, ...] = (),
    request_examples: Mapping[str, object] | None = None,
    example: object = None,
    more_errors: tuple[int, ...] = (),
) -> tuple[Operation, ...]:
    """The same operation under each of `methods`; all but the first carry the method in their id."""
    return tuple(
        Operation(
            contract=NAME,
            method=method,
            path=path,
            operation_id=operation_id if method == methods[0] else f"{operation_id}By{method.capitalize()}",
            summary=summary,
            section=section,
            request=request,
            responses={200: answer},
            errors={**_WRITE_ERRORS, **dict.fromkeys(more_errors, ErrorBody)},
            parameters=parameters,
            security=SecurityKind.BASIC,
            request_examples=request_examples or {},
            response_examples={} if example is None else {200: example},
        )
        for method in methods
    )
