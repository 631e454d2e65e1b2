"""The operations of the eCat export: pull, mark received, one order, and order entry (ours)."""

from partscounter_contracts.operation import (
    IDEMPOTENCY_KEY,
    Contract,
    Operation,
    SecurityKind,
    WireType,
    path_parameter,
)
from partscounter_contracts.order_export import examples
from partscounter_contracts.order_export.entry import OrderEntry
from partscounter_contracts.order_export.envelope import Failure, MarkedOrders, NewOrders, TakenOrder
from partscounter_contracts.order_export.order import Order

NAME = "order_export"
BASE_PATH = "/{org}/ext/v2/orders"

_ORG = path_parameter("org", "The organisation's short name", "demo")
_READ_ERRORS: dict[int, WireType] = dict.fromkeys((401, 403, 404, 405, 429, 500, 503), Failure)
_WRITE_ERRORS: dict[int, WireType] = {400: Failure, **_READ_ERRORS, 413: Failure}

GET_NEW_ORDERS = Operation(
    contract=NAME,
    method="GET",
    path=f"{BASE_PATH}/new_orders",
    operation_id="getNewOrders",
    summary="Download every order not yet marked received",
    section="Downloading Orders",
    responses={200: NewOrders},
    errors=_READ_ERRORS,
    parameters=(_ORG,),
    security=SecurityKind.BASIC,
    response_examples={200: examples.NEW_ORDERS},
)

MARK_ORDERS_RECEIVED = Operation(
    contract=NAME,
    method="POST",
    path=f"{BASE_PATH}/new_orders",
    operation_id="markOrdersReceived",
    summary="Mark orders received, by order number",
    section="Marking Orders Received",
    request=list[str],
    responses={200: MarkedOrders},
    errors={**_WRITE_ERRORS, 415: Failure},
    parameters=(_ORG,),
    security=SecurityKind.BASIC,
    request_examples={"printed": examples.MARK_REQUEST},
    response_examples={200: examples.MARKED, 400: examples.FAILURE},
)

GET_ORDER = Operation(
    contract=NAME,
    method="GET",
    path=f"{BASE_PATH}/{{orderId}}.json",
    operation_id="getOrder",
    summary="Download one order; never marks it",
    section="Tips & Tricks",
    responses={200: Order},
    errors=_READ_ERRORS,
    parameters=(_ORG, path_parameter("orderId", "The order's id", "117159")),
    security=SecurityKind.BASIC,
    response_examples={200: examples.ORDER},
)

ENTER_ORDER = Operation(
    contract=NAME,
    method="POST",
    path=BASE_PATH,
    operation_id="enterOrder",
    summary="Take an order from a rep; a known uuid makes it a resubmission",
    section="docs/wire/order-export.md",
    request=OrderEntry,
    responses={201: TakenOrder},
    errors={**_WRITE_ERRORS, 409: Failure, 415: Failure, 422: Failure},
    parameters=(_ORG, IDEMPOTENCY_KEY),
    headers={"Location": "Where the order can be read."},
    security=SecurityKind.BASIC,
    ours=True,
    request_examples={"one line": examples.ENTRY},
    response_examples={201: {"status": "success", "error": None, "data": examples.ORDER}},
)

OPERATIONS = (GET_NEW_ORDERS, MARK_ORDERS_RECEIVED, GET_ORDER, ENTER_ORDER)

CONTRACT = Contract(
    name=NAME,
    title="JSON Batch Order Export API (Pull)",
    version="2",
    summary="An ERP downloads submitted orders and marks those it has received.",
    source="ecat-order-export",
    base_path=BASE_PATH,
    security=SecurityKind.BASIC,
    operations=OPERATIONS,
)
