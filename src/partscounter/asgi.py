"""The whole program as one ASGI app: the wire contracts and health at their addresses, the pages at all others."""

from collections.abc import Mapping, Sequence

from starlette.types import ASGIApp

from partscounter.app import App
from partscounter.database.log import head
from partscounter.domain.access import Product
from partscounter.entrance import app as entrance
from partscounter.portal.app import build_portal
from partscounter.portal.guide import Guide
from partscounter.settings import PREFIX
from partscounter.storefront import app as storefront
from partscounter.storefront.machines import app as machines
from partscounter.web.assets import PREFIX as ASSETS
from partscounter.web.assets import shared_files
from partscounter.web.client_options import ClientOptions
from partscounter.web.dispatch import Dispatcher, Matching, Mount
from partscounter.web.environments import Environments
from partscounter.web.exchange import Observer
from partscounter.web.health import Check, health_app
from partscounter.web.search_timer import SearchTimer
from partscounter.wire.inventory import app as inventory
from partscounter.wire.inventory.client_options import OPTIONS as INVENTORY_OPTIONS
from partscounter.wire.order_export import app as order_export
from partscounter.wire.order_tracking import app as order_tracking
from partscounter.wire.parts_orders import app as parts_orders
from partscounter.wire.parts_orders.client_options import OPTIONS as PARTS_ORDERS_OPTIONS
from partscounter.wire.qr_associations import app as qr_associations
from partscounter.wire.stock import app as stock
from partscounter_contracts.oauth import TOKEN_PATH
from partscounter_contracts.order_tracking import QA_ENVIRONMENT_HEADER

CLIENT_OPTIONS: Mapping[Product, ClientOptions] = {
    Product.INVENTORY: INVENTORY_OPTIONS,
    Product.KEYLOOP: PARTS_ORDERS_OPTIONS,
}
"""What can be set for single clients; the other contracts have no such options."""


def build_instance(apps: Mapping[str, App], observers: Sequence[Observer] = ()) -> ASGIApp:
    """Every environment of an instance, by its name; production is the only one of its instance."""
    first, *others = apps.values()
    if not others:
        return build_asgi(first, observers=observers)
    token = order_tracking.build_token_api(first, observers, others).asgi
    health = health_app([check for name, app in apps.items() for check in _checks(app, f"{name}: ")])
    return Environments(
        {name: build_asgi(app, observers=observers) for name, app in apps.items()},
        header=QA_ENVIRONMENT_HEADER,
        prefix=PREFIX,
        unnamed={TOKEN_PATH: token, "/healthz": health, "/readyz": health},
    )


def build_asgi(app: App, *, guide: Guide | None = None, observers: Sequence[Observer] = ()) -> ASGIApp:
    """Every door of `app`. `guide` opens the pages that are for the demo only; `observers` are told of each request."""
    health = health_app(_checks(app))
    observers = (*observers, SearchTimer(app.search_times))
    contracts = _contracts(app, observers)
    trial = Dispatcher(contracts, default=health)
    portal = build_portal(app, trial, guide, observers, client_options=CLIENT_OPTIONS)
    shop = storefront.build_storefront(app, observers)
    doors = entrance.build_entrance(app, observers)
    scanning = machines.build_machine_pages(app, observers)
    pages = [
        Mount(ASSETS, shared_files()),
        *(Mount(prefix, shop) for prefix in storefront.PREFIXES),
        *(Mount(prefix, doors) for prefix in entrance.PREFIXES),
        *(Mount(prefix, scanning) for prefix in machines.PREFIXES),
    ]
    others = Matching(machines.CODE_PATH, scanning, portal)
    return Dispatcher([*pages, *contracts, Mount("/healthz", health), Mount("/readyz", health)], default=others)


def _contracts(app: App, observers: Sequence[Observer]) -> tuple[Mount, ...]:
    """The five contracts and our own. Literal prefixes go first: `/{org}` and `/{enterprise}` would take any."""
    searching = inventory.build_api(app, observers).asgi
    ordering = parts_orders.build_api(app, observers).asgi
    return (
        Mount("/eCommerce/orderTracking/v2/", order_tracking.build_v2_api(app, observers).asgi),
        Mount("/eCommerce/orderTracking/", order_tracking.build_api(app, observers).asgi),
        Mount("/as/", order_tracking.build_token_api(app, observers).asgi),
        Mount("/catDigital/qrCodeAssociations/", qr_associations.build_api(app, observers).asgi),
        Mount("/inventory/", searching),
        Mount("/enduser/", searching),
        Mount("/sale/", searching),
        Mount("/stock/", stock.build_api(app, observers).asgi),
        Mount("/oauth/client_credential/", ordering),
        Mount("/{org}/ext/v2/", order_export.build_api(app, observers).asgi),
        Mount("/{enterprise}/{store}/v1/", ordering),
    )


def _checks(app: App, label: str = "") -> list[Check]:
    return [Check(f"{label}database", lambda: _read_log(app)), Check(f"{label}search index", app.search.view)]


def _read_log(app: App) -> None:
    with app.database.read() as tx:
        head(tx)
