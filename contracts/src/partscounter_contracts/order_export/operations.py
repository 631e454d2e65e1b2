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
from partscounter_contracts.order_export.consumer import ConsumerEntry, GivenConsumer, GivenConsumers, GivenReceipt
from partscounter_contracts.order_export.entry import OrderEntry
from partscounter_contracts.order_export.envelope import Failure, MarkedOrders, NewOrders, TakenOrder
from partscounter_contracts.order_export.order import Order

NAME = "order_export"
BASE_PATH = "/{org}/ext/v2/orders"
CONSUMERS_PATH = f"{BASE_PATH}/consumers"
RECEIPT_HEADERS = {
    "Receipt-Id": "The number under which the receipt is kept (this project's addition).",
    "Receipt-Waiting": "How many orders still wait (this project's addition).",
    "Receipt-Digest": "The SHA-256 of their numbers, each followed by a line feed (this project's addition).",
}

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
    headers=RECEIPT_HEADERS,
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

_PAGE = "docs/wire/order-export.md"
_CONSUMER = path_parameter("consumer", "The consumer's name", "erp")
_RECEIPT_EXAMPLE = {"status": "success", "error": None, "data": examples.RECEIPT}
_CONSUMER_EXAMPLE = {"status": "success", "error": None, "data": examples.CONSUMER}

GET_RECEIPT = Operation(
    contract=NAME,
    method="GET",
    path=f"{BASE_PATH}/receipt",
    operation_id="getReceipt",
    summary="Count and hash what still waits",
    section=_PAGE,
    responses={200: GivenReceipt},
    errors=_READ_ERRORS,
    parameters=(_ORG,),
    security=SecurityKind.BASIC,
    ours=True,
    response_examples={200: _RECEIPT_EXAMPLE},
)

LIST_CONSUMERS = Operation(
    contract=NAME,
    method="GET",
    path=CONSUMERS_PATH,
    operation_id="listConsumers",
    summary="List the named consumers, and how much waits for each",
    section=_PAGE,
    responses={200: GivenConsumers},
    errors=_READ_ERRORS,
    parameters=(_ORG,),
    security=SecurityKind.BASIC,
    ours=True,
    response_examples={200: {"status": "success", "error": None, "data": [examples.CONSUMER]}},
)

REGISTER_CONSUMER = Operation(
    contract=NAME,
    method="PUT",
    path=f"{CONSUMERS_PATH}/{{consumer}}",
    operation_id="registerConsumer",
    summary="Register a consumer, or find that it is there",
    section=_PAGE,
    request=ConsumerEntry,
    responses={200: GivenConsumer, 201: GivenConsumer},
    errors={**_WRITE_ERRORS, 415: Failure},
    parameters=(_ORG, _CONSUMER),
    security=SecurityKind.BASIC,
    ours=True,
    request_examples={"from now on": {}, "all there ever were": {"with_past": True}},
    response_examples={200: _CONSUMER_EXAMPLE, 201: _CONSUMER_EXAMPLE},
)

GET_NEW_ORDERS_OF_CONSUMER = Operation(
    contract=NAME,
    method="GET",
    path=f"{CONSUMERS_PATH}/{{consumer}}/new_orders",
    operation_id="getNewOrdersOfConsumer",
    summary="Download every order that waits for this consumer",
    section=_PAGE,
    responses={200: NewOrders},
    errors=_READ_ERRORS,
    parameters=(_ORG, _CONSUMER),
    security=SecurityKind.BASIC,
    ours=True,
    response_examples={200: examples.NEW_ORDERS},
)

MARK_ORDERS_RECEIVED_BY_CONSUMER = Operation(
    contract=NAME,
    method="POST",
    path=f"{CONSUMERS_PATH}/{{consumer}}/new_orders",
    operation_id="markOrdersReceivedByConsumer",
    summary="Mark orders received by this consumer",
    section=_PAGE,
    request=list[str],
    responses={200: MarkedOrders},
    errors={**_WRITE_ERRORS, 415: Failure},
    parameters=(_ORG, _CONSUMER),
    headers=RECEIPT_HEADERS,
    security=SecurityKind.BASIC,
    ours=True,
    request_examples={"printed": examples.MARK_REQUEST},
    response_examples={200: examples.MARKED},
)

GET_RECEIPT_OF_CONSUMER = Operation(
    contract=NAME,
    method="GET",
    path=f"{CONSUMERS_PATH}/{{consumer}}/receipt",
    operation_id="getReceiptOfConsumer",
    summary="Count and hash what still waits for this consumer",
    section=_PAGE,
    responses={200: GivenReceipt},
    errors=_READ_ERRORS,
    parameters=(_ORG, _CONSUMER),
    security=SecurityKind.BASIC,
    ours=True,
    response_examples={200: _RECEIPT_EXAMPLE},
)

OPERATIONS = (
    GET_NEW_ORDERS,
    MARK_ORDERS_RECEIVED,
    GET_ORDER,
    ENTER_ORDER,
    GET_RECEIPT,
    LIST_CONSUMERS,
    REGISTER_CONSUMER,
    GET_NEW_ORDERS_OF_CONSUMER,
    MARK_ORDERS_RECEIVED_BY_CONSUMER,
    GET_RECEIPT_OF_CONSUMER,
)

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
