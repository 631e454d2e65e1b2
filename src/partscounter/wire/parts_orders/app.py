"""The API of Parts Orders as one ASGI app."""

from collections.abc import Sequence
from functools import partial

from partscounter.app import App
from partscounter.domain.access import Credential, Product
from partscounter.web.answer import JSON_TYPE
from partscounter.web.api import Api
from partscounter.web.callers import bearer_caller, limit_of
from partscounter.web.exchange import Observer
from partscounter.web.forms import FORM_TYPE
from partscounter.web.request_log import keeper_of
from partscounter.web.routes import Endpoint
from partscounter.wire.parts_orders.admission import REALM, admit_to_store, admit_with
from partscounter.wire.parts_orders.endpoints.create_order import create_order
from partscounter.wire.parts_orders.endpoints.get_order import get_order
from partscounter.wire.parts_orders.endpoints.get_part import get_part
from partscounter.wire.parts_orders.endpoints.get_price_availability import get_price_availability
from partscounter.wire.parts_orders.endpoints.issue_token import issue_token
from partscounter.wire.parts_orders.endpoints.list_brands import list_brands
from partscounter.wire.parts_orders.endpoints.price_basket import price_basket
from partscounter.wire.parts_orders.endpoints.search_parts import search_parts
from partscounter.wire.parts_orders.errors import render_problem
from partscounter_contracts.parts_orders import TOKEN_PATH, Scope

STORE = "/{enterprise}/{store}/v1"


def build_api(app: App, observers: Sequence[Observer] = ()) -> Api[Credential]:
    """All operations, with the limits that the settings name."""
    return Api(
        "parts_orders",
        [_token(app), *_orders(app), *_parts(app)],
        render_problem,
        challenge=f'Bearer realm="{REALM}"',
        authenticate=bearer_caller(app, Product.KEYLOOP),
        limit=limit_of(app),
        credential_name=lambda credential: credential.name,
        body_limit=app.settings.limits.body_bytes,
        threads=app.settings.limits.threads,
        clock=app.clock,
        observers=observers,
        keep=keeper_of(app),
    )


def _token(app: App) -> Endpoint[Credential]:
    return Endpoint(
        "POST",
        TOKEN_PATH,
        partial(issue_token, app),
        authenticated=False,
        reads_body=True,
        media_types=(FORM_TYPE,),
    )


def _orders(app: App) -> list[Endpoint[Credential]]:
    return [
        Endpoint(
            "POST",
            f"{STORE}/parts-orders",
            partial(create_order, app),
            reads_body=True,
            media_types=(JSON_TYPE,),
            admit=admit_to_store(app, Scope.ORDERS_CREATE),
        ),
        Endpoint(
            "GET",
            f"{STORE}/parts-orders/{{order}}",
            partial(get_order, app),
            admit=admit_with(Scope.ORDERS_READ),
        ),
    ]


def _parts(app: App) -> list[Endpoint[Credential]]:
    reads = (
        ("/parts/brands", list_brands, Scope.BRANDS_READ),
        ("/parts", search_parts, Scope.PARTS_READ),
        ("/parts/{part}", get_part, Scope.PARTS_READ),
        ("/parts/{part}/price-availability", get_price_availability, Scope.PRICE_AVAILABILITY_READ),
    )
    basket: Endpoint[Credential] = Endpoint(
        "POST",
        f"{STORE}/parts/price-availability",
        partial(price_basket, app),
        reads_body=True,
        media_types=(JSON_TYPE,),
        admit=admit_to_store(app, Scope.PRICE_AVAILABILITY_READ),
    )
    return [
        basket,
        *(
            Endpoint("GET", f"{STORE}{path}", partial(handle, app), admit=admit_with(scope))
            for path, handle, scope in reads
        ),
    ]
