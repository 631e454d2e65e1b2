"""The stock API as an ASGI app."""

from collections.abc import Sequence

from partscounter.app import App
from partscounter.domain.access import Credential, Product
from partscounter.web.answer import JSON_TYPE
from partscounter.web.api import Api
from partscounter.web.callers import basic_caller, limit_of
from partscounter.web.exchange import Observer
from partscounter.web.routes import Endpoint
from partscounter.wire.stock.admission import REALM, admit_with
from partscounter.wire.stock.endpoints.get_item import get_item
from partscounter.wire.stock.errors import render_problem
from partscounter_contracts.stock import Scope
from partscounter_contracts.stock.operations import ITEM_PATH


def build_api(app: App, observers: Sequence[Observer] = ()) -> Api[Credential]:
    """The contract's operations, under their full paths."""
    return Api(
        "stock",
        _item_endpoints(app),
        render_problem,
        challenge=f'Basic realm="{REALM}", charset="UTF-8"',
        authenticate=basic_caller(app, Product.STOCK),
        limit=limit_of(app),
        credential_name=lambda credential: credential.name,
        body_limit=app.settings.limits.body_bytes,
        threads=app.settings.limits.threads,
        clock=app.clock,
        observers=observers,
    )


def _item_endpoints(app: App) -> list[Endpoint[Credential]]:
    may_read = admit_with(Scope.READ)
    return [Endpoint("GET", ITEM_PATH, get_item(app), produces=JSON_TYPE, admit=may_read)]
