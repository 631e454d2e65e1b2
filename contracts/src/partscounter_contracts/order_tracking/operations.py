"""The operations of Order Tracking: the V3 update, and the deprecated V2 one."""

from partscounter_contracts.oauth import token_operation
from partscounter_contracts.operation import (
    Contract,
    Location,
    Operation,
    Parameter,
    SecurityKind,
    WireType,
)
from partscounter_contracts.order_tracking import examples
from partscounter_contracts.order_tracking.errors import ErrorBody
from partscounter_contracts.order_tracking.update import QA_ENVIRONMENT_HEADER, STORE_ID, TrackingUpdate
from partscounter_contracts.order_tracking.update_v2 import TrackingUpdateV2

NAME = "order_tracking"
BASE_PATH = "/eCommerce/orderTracking"

_ERRORS: dict[int, WireType] = dict.fromkeys((400, 401, 403, 404, 405, 413, 415, 429, 500, 503), ErrorBody)
_QA = Parameter(QA_ENVIRONMENT_HEADER, "Which QA environment; needed only there", Location.HEADER)

POST_TRACKING = Operation(
    contract=NAME,
    method="POST",
    path=f"{BASE_PATH}/v3/tracking",
    operation_id="postTracking",
    summary="Post a fulfilment update of an order",
    section="Order Tracking v3 API",
    request=TrackingUpdate,
    responses={204: None},
    errors=_ERRORS,
    parameters=(
        Parameter("storeId", "Always 21801", required=True, example=STORE_ID),
        _QA,
    ),
    security=SecurityKind.BEARER,
    request_examples={
        "delivery": examples.DELIVERY,
        "pickup or dropbox": examples.PICKUP,
        "curl": examples.CURL,
    },
    response_examples={400: examples.MISSING_DEALER_CODE},
)

POST_TRACKING_V2 = Operation(
    contract=NAME,
    method="POST",
    path=f"{BASE_PATH}/v2/tracking",
    operation_id="postTrackingV2",
    summary="Post a fulfilment update in the V2 form",
    section="Changes from V2 to V3",
    request=TrackingUpdateV2,
    responses={204: None},
    errors=_ERRORS,
    parameters=(_QA,),
    headers={"Deprecation": "V2 is deprecated.", "Link": "rel=successor-version: the V3 address."},
    security=None,
    deprecated=True,
    request_examples={"delivery": examples.V2},
)

OPERATIONS = (POST_TRACKING, POST_TRACKING_V2)

CONTRACT = Contract(
    name=NAME,
    title="Parts.cat.com Order Tracking API",
    version="3",
    summary="Dealer systems post fulfilment updates of orders; the customer is mailed and shown the status.",
    source="cat-order-tracking-v3",
    base_path=BASE_PATH,
    security=SecurityKind.BEARER,
    operations=OPERATIONS,
    token=token_operation(NAME),
)
