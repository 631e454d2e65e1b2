"""The operations on items. Every one of them is this project's own."""

from functools import partial

from partscounter_contracts.operation import (
    NDJSON,
    Contract,
    Location,
    Operation,
    Parameter,
    SecurityKind,
    WireType,
    path_parameter,
)
from partscounter_contracts.stock import examples, import_operations
from partscounter_contracts.stock.batch import BatchLine, BatchResult
from partscounter_contracts.stock.errors import ErrorBody
from partscounter_contracts.stock.item import ItemFields, StockItem
from partscounter_contracts.stock.scopes import SCOPES, Scope

NAME = "stock"
BASE_PATH = "/stock"
ITEM_PATH = f"{BASE_PATH}/items/{{vendor_id}}/{{vendor_store}}/{{inventory_id}}"

_ITEM = (
    path_parameter("vendor_id", "The dealer's number: text, leading zeros count", "7001"),
    path_parameter("vendor_store", "The store's number within the dealer: text", "1"),
    path_parameter("inventory_id", "The item's number within the store: text", "1001"),
)
_IF_MATCH = Parameter("If-Match", "Only if this is the item's ETag; otherwise 412.", Location.HEADER)
_IF_NONE_MATCH = Parameter("If-None-Match", "`*`: only if there is no such item; otherwise 412.", Location.HEADER)
_ETAG = {"ETag": "Names the item's state; changes with every change, sales included."}
_READ_ERRORS: dict[int, WireType] = dict.fromkeys((400, 401, 403, 404, 405, 429, 500, 503), ErrorBody)
_WRITE_ERRORS: dict[int, WireType] = {**_READ_ERRORS, 412: ErrorBody}
_BODY_ERRORS: dict[int, WireType] = {**_WRITE_ERRORS, 413: ErrorBody, 415: ErrorBody}
_own = partial(Operation, contract=NAME, section="docs/wire/stock.md", security=SecurityKind.BASIC, ours=True)

GET_ITEM = _own(
    method="GET",
    path=ITEM_PATH,
    operation_id="getItem",
    summary="One item as it stands",
    responses={200: StockItem},
    errors=_READ_ERRORS,
    parameters=_ITEM,
    headers=_ETAG,
    scopes=(Scope.READ,),
    response_examples={200: examples.STOCK_ITEM, 404: examples.NOT_FOUND},
)

PUT_ITEM = _own(
    method="PUT",
    path=ITEM_PATH,
    operation_id="putItem",
    summary="Create or replace an item",
    request=ItemFields,
    responses={200: StockItem, 201: StockItem},
    errors=_BODY_ERRORS,
    parameters=(*_ITEM, _IF_MATCH, _IF_NONE_MATCH),
    headers=_ETAG,
    scopes=(Scope.WRITE,),
    request_examples={"an engine": examples.ITEM},
    response_examples={201: examples.STOCK_ITEM, 400: examples.INVALID},
)

PATCH_ITEM = _own(
    method="PATCH",
    path=ITEM_PATH,
    operation_id="patchItem",
    summary="Change some fields of an item (JSON merge patch)",
    request=ItemFields,
    responses={200: StockItem},
    errors=_BODY_ERRORS,
    parameters=(*_ITEM, _IF_MATCH),
    headers=_ETAG,
    scopes=(Scope.WRITE,),
    request_examples={"a lower price": examples.CHANGE},
    response_examples={200: examples.STOCK_ITEM, 400: examples.INVALID, 404: examples.NOT_FOUND},
)

DELETE_ITEM = _own(
    method="DELETE",
    path=ITEM_PATH,
    operation_id="deleteItem",
    summary="Retire an item; units held for orders stay theirs",
    responses={204: None},
    errors=_WRITE_ERRORS,
    parameters=(*_ITEM, _IF_MATCH),
    scopes=(Scope.WRITE,),
    response_examples={404: examples.NOT_FOUND},
)

CHANGE_ITEMS = _own(
    method="POST",
    path=f"{BASE_PATH}/items",
    operation_id="changeItems",
    summary="Change many items: one change a line, one result a line",
    request=BatchLine,
    request_media_type=NDJSON,
    responses={200: BatchResult},
    response_media_type=NDJSON,
    errors={status: body for status, body in _BODY_ERRORS.items() if status not in {404, 412}},
    scopes=(Scope.WRITE,),
    request_examples={"one line": examples.BATCH_LINE},
    response_examples={200: examples.BATCH_RESULT},
)

OPERATIONS = (GET_ITEM, PUT_ITEM, PATCH_ITEM, DELETE_ITEM, CHANGE_ITEMS, *import_operations.OPERATIONS)

CONTRACT = Contract(
    name=NAME,
    title="Stock API",
    version="1",
    summary="This project's own: a dealer's system keeps its stock here up to date, item by item or in a stream.",
    source="docs/wire/stock.md",
    base_path=BASE_PATH,
    security=SecurityKind.BASIC,
    operations=OPERATIONS,
    scopes=SCOPES,
)
