"""The operations of Parts Orders: order create and get as documented, the token, and the parts calls."""

from partscounter_contracts.operation import (
    FORM,
    IDEMPOTENCY_KEY,
    Contract,
    Operation,
    Parameter,
    SecurityKind,
    path_parameter,
)
from partscounter_contracts.parts_orders import examples
from partscounter_contracts.parts_orders.create import PartsOrderCreateRequest
from partscounter_contracts.parts_orders.errors import Fault, ValidationError
from partscounter_contracts.parts_orders.order import PartsOrder, PartsOrder202Response
from partscounter_contracts.parts_orders.part_operations import PART_OPERATIONS
from partscounter_contracts.parts_orders.shapes import BASE_PATH, NAME, OUR_PAGE, READ_ERRORS, STORE, WRITE_ERRORS
from partscounter_contracts.parts_orders.token import SCOPES, TOKEN_PATH, AccessTokenRequest, AccessTokenResponse, Scope

CREATE_PARTS_ORDER = Operation(
    contract=NAME,
    method="POST",
    path=f"{BASE_PATH}/parts-orders",
    operation_id="createPartsOrder",
    summary="Create Parts Order",
    section="Create Parts Order",
    request=PartsOrderCreateRequest,
    responses={201: PartsOrder, 202: PartsOrder202Response},
    errors={**WRITE_ERRORS, 422: ValidationError},
    parameters=(*STORE, IDEMPOTENCY_KEY),
    headers={"Location": "Where the order can be read."},
    security=SecurityKind.BEARER,
    scopes=(Scope.ORDERS_CREATE,),
    request_examples={"printed": examples.CREATE_REQUEST},
    response_examples={
        201: examples.ORDER,
        202: examples.ORDER_ACCEPTED,
        400: examples.VALIDATION_ERROR,
    },
)

GET_PARTS_ORDER = Operation(
    contract=NAME,
    method="GET",
    path=f"{BASE_PATH}/parts-orders/{{partsOrderId}}",
    operation_id="getPartsOrder",
    summary="Get the details of a parts order",
    section="Get the details of a specific parts order",
    responses={200: PartsOrder},
    errors=READ_ERRORS,
    parameters=(*STORE, path_parameter("partsOrderId", "The unique ID of the parts order.", "123445677")),
    security=SecurityKind.BEARER,
    scopes=(Scope.ORDERS_READ,),
    response_examples={200: examples.ORDER, 404: examples.VALIDATION_ERROR},
)

ISSUE_TOKEN = Operation(
    contract=NAME,
    method="POST",
    path=TOKEN_PATH,
    operation_id="issueToken",
    summary="Exchange client id and secret for a bearer token",
    section=OUR_PAGE,
    request=AccessTokenRequest,
    request_media_type=FORM,
    responses={200: AccessTokenResponse},
    errors=dict.fromkeys((400, 401, 405, 413, 415, 429, 500), Fault),
    parameters=(Parameter("grant_type", "Accepted here as well as in the form"),),
    headers={"Cache-Control": "Always no-store."},
    ours=True,
)

OPERATIONS = (CREATE_PARTS_ORDER, GET_PARTS_ORDER, *PART_OPERATIONS)

CONTRACT = Contract(
    name=NAME,
    title="Parts Orders API",
    version="1.0.0",
    summary="Place a parts order with a dealer and read it back.",
    source="keyloop-parts-orders",
    base_path=BASE_PATH,
    security=SecurityKind.BEARER,
    operations=OPERATIONS,
    token=ISSUE_TOKEN,
    scopes=SCOPES,
)
