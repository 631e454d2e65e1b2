"""The order export as an ASGI app."""

from collections.abc import Sequence
from dataclasses import replace

from partscounter.app import App
from partscounter.domain.access import Credential, Product
from partscounter.web.answer import JSON_TYPE
from partscounter.web.api import Api
from partscounter.web.callers import basic_caller, limit_of
from partscounter.web.exchange import Observer
from partscounter.web.request_log import keeper_of
from partscounter.web.routes import Endpoint
from partscounter.wire.order_export.endpoints.consumers import list_consumers, register_consumer
from partscounter.wire.order_export.endpoints.enter_order import enter_order
from partscounter.wire.order_export.endpoints.get_new_orders import get_new_orders
from partscounter.wire.order_export.endpoints.get_order import get_order
from partscounter.wire.order_export.endpoints.get_receipt import get_receipt
from partscounter.wire.order_export.endpoints.mark_orders_received import mark_orders_received
from partscounter.wire.order_export.errors import render_problem
from partscounter.wire.order_export.organisation import admit_admin
from partscounter_contracts.order_export.operations import BASE_PATH, CONSUMERS_PATH

NEW_ORDERS_PATH = f"{BASE_PATH}/new_orders"
CONSUMER_PATH = f"{CONSUMERS_PATH}/{{consumer}}"
ORDER_PATH = f"{BASE_PATH}/{{order}}.json"


def build_api(app: App, observers: Sequence[Observer] = ()) -> Api[Credential]:
    """The contract's operations, under their full paths, for admin users alone."""
    return Api(
        "order_export",
        [replace(endpoint, admit=admit_admin) for endpoint in _endpoints(app)],
        render_problem,
        challenge='Basic realm="order-export", charset="UTF-8"',
        authenticate=basic_caller(app, Product.ECAT),
        limit=limit_of(app),
        credential_name=lambda credential: credential.name,
        body_limit=app.settings.limits.body_bytes,
        threads=app.settings.limits.threads,
        clock=app.clock,
        observers=observers,
        keep=keeper_of(app),
    )


def _endpoints(app: App) -> list[Endpoint[Credential]]:
    """Numbers may be marked whatever the Content-Type says."""
    return [
        Endpoint("GET", NEW_ORDERS_PATH, get_new_orders(app)),
        Endpoint("POST", NEW_ORDERS_PATH, mark_orders_received(app), reads_body=True),
        Endpoint("GET", ORDER_PATH, get_order(app)),
        Endpoint("POST", BASE_PATH, enter_order(app), reads_body=True, media_types=(JSON_TYPE,)),
        Endpoint("GET", f"{BASE_PATH}/receipt", get_receipt(app)),
        Endpoint("GET", CONSUMERS_PATH, list_consumers(app)),
        Endpoint("PUT", CONSUMER_PATH, register_consumer(app), reads_body=True, media_types=(JSON_TYPE,)),
        Endpoint("GET", f"{CONSUMER_PATH}/new_orders", get_new_orders(app)),
        Endpoint("POST", f"{CONSUMER_PATH}/new_orders", mark_orders_received(app), reads_body=True),
        Endpoint("GET", f"{CONSUMER_PATH}/receipt", get_receipt(app)),
    ]
