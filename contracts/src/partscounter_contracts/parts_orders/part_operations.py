"""The parts calls as operations (see `parts`): all this project's reading of public facts about the product."""

from partscounter_contracts.number import Code
from partscounter_contracts.operation import Operation, Parameter, SecurityKind, WireType, path_parameter
from partscounter_contracts.parts_orders import examples
from partscounter_contracts.parts_orders.parts import (
    BasketRequest,
    BasketResponse,
    Brands,
    Part,
    Parts,
    PriceAvailability,
)
from partscounter_contracts.parts_orders.shapes import BASE_PATH, NAME, OUR_PAGE, READ_ERRORS, STORE, WRITE_ERRORS
from partscounter_contracts.parts_orders.token import Scope

_PART_ID = path_parameter("partId", "Brand code and part code in one", "S7654321")
_PAGES = (Parameter("page", "Which page, from 1", type=int), Parameter("pageSize", "Entries per page", type=int))
_FOR_WHOM = (
    Parameter("customerId", "Prices for this customer"),
    Parameter("companyId", "Prices for this company"),
)
_SEARCH = (
    Parameter("brandCode", "Only this brand", example="S"),
    Parameter("partCode", "Only this part code", type=Code, example="7654321"),
    *_PAGES,
)


def _read(
    path: str,
    operation_id: str,
    summary: str,
    *,
    answer: WireType,
    scope: Scope,
    parameters: tuple[Parameter, ...],
    example: object,
) -> Operation:
    return Operation(
        contract=NAME,
        method="GET",
        path=BASE_PATH + path,
        operation_id=operation_id,
        summary=summary,
        section=OUR_PAGE,
        responses={200: answer},
        errors=READ_ERRORS,
        parameters=(*STORE, *parameters),
        security=SecurityKind.BEARER,
        scopes=(scope,),
        ours=True,
        response_examples={200: example},
    )


LIST_BRANDS = _read(
    "/parts/brands",
    "listBrands",
    "List the brands",
    answer=Brands,
    scope=Scope.BRANDS_READ,
    parameters=_PAGES,
    example=examples.BRANDS,
)
SEARCH_PARTS = _read(
    "/parts",
    "searchParts",
    "Search parts by brand and code",
    answer=Parts,
    scope=Scope.PARTS_READ,
    parameters=_SEARCH,
    example={"parts": [examples.PART], "totalItems": 1, "totalPages": 1, "links": []},
)
GET_PART = _read(
    "/parts/{partId}",
    "getPart",
    "Get one part",
    answer=Part,
    scope=Scope.PARTS_READ,
    parameters=(_PART_ID,),
    example=examples.PART,
)
GET_PRICE_AVAILABILITY = _read(
    "/parts/{partId}/price-availability",
    "getPriceAvailability",
    "Price, stock and mandatory vehicle references of one part",
    answer=PriceAvailability,
    scope=Scope.PRICE_AVAILABILITY_READ,
    parameters=(_PART_ID, *_FOR_WHOM),
    example=examples.PRICE_AVAILABILITY,
)
PRICE_BASKET = Operation(
    contract=NAME,
    method="POST",
    path=f"{BASE_PATH}/parts/price-availability",
    operation_id="priceBasket",
    summary="Price and stock of several parts at once",
    section=OUR_PAGE,
    request=BasketRequest,
    responses={200: BasketResponse},
    errors=WRITE_ERRORS,
    parameters=STORE,
    security=SecurityKind.BEARER,
    scopes=(Scope.PRICE_AVAILABILITY_READ,),
    ours=True,
    request_examples={"one part": {"parts": [{"part": {"partId": "S7654321"}, "quantity": 10}]}},
    response_examples={200: {"parts": [examples.PRICE_AVAILABILITY]}},
)

PART_OPERATIONS = (LIST_BRANDS, SEARCH_PARTS, GET_PART, GET_PRICE_AVAILABILITY, PRICE_BASKET)
