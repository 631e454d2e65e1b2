"""The stock API as an ASGI app."""

from collections.abc import Sequence

from partscounter.app import App
from partscounter.domain.access import Credential, Product
from partscounter.web.answer import JSON_TYPE
from partscounter.web.api import Api
from partscounter.web.callers import basic_caller, limit_of
from partscounter.web.exchange import Observer
from partscounter.web.request_log import keeper_of
from partscounter.web.routes import Endpoint
from partscounter.wire.stock.admission import REALM, admit_with
from partscounter.wire.stock.endpoints.change_items import change_items
from partscounter.wire.stock.endpoints.delete_item import delete_item
from partscounter.wire.stock.endpoints.get_item import get_item
from partscounter.wire.stock.endpoints.patch_item import patch_item
from partscounter.wire.stock.endpoints.put_item import put_item
from partscounter.wire.stock.errors import render_problem
from partscounter.wire.stock.import_endpoints import import_endpoints
from partscounter_contracts.operation import NDJSON
from partscounter_contracts.stock import BATCH_BYTES, Scope
from partscounter_contracts.stock.operations import CHANGE_ITEMS, ITEM_PATH

_PATCHES = ("application/merge-patch+json", JSON_TYPE)


def build_api(app: App, observers: Sequence[Observer] = ()) -> Api[Credential]:
    """The contract's operations, under their full paths."""
    return Api(
        "stock",
        [*_item_endpoints(app), *import_endpoints(app)],
        render_problem,
        challenge=f'Basic realm="{REALM}", charset="UTF-8"',
        authenticate=basic_caller(app, Product.STOCK),
        limit=limit_of(app),
        credential_name=lambda credential: credential.name,
        body_limit=app.settings.limits.body_bytes,
        threads=app.settings.limits.threads,
        clock=app.clock,
        observers=observers,
        keep=keeper_of(app),
    )


def _item_endpoints(app: App) -> list[Endpoint[Credential]]:
    may_read, may_write = admit_with(Scope.READ), admit_with(Scope.WRITE)
    return [
        Endpoint("GET", ITEM_PATH, get_item(app), produces=JSON_TYPE, admit=may_read),
        Endpoint("PUT", ITEM_PATH, put_item(app), reads_body=True, media_types=(JSON_TYPE,), admit=may_write),
        Endpoint("PATCH", ITEM_PATH, patch_item(app), reads_body=True, media_types=_PATCHES, admit=may_write),
        Endpoint("DELETE", ITEM_PATH, delete_item(app), admit=may_write),
        Endpoint(
            "POST",
            CHANGE_ITEMS.path,
            change_items(app),
            reads_body=True,
            media_types=(NDJSON,),
            body_limit=BATCH_BYTES,
            admit=may_write,
        ),
    ]
