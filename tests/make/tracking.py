"""A dealer whose orders are the documents of Order Tracking's printed samples, and a client that posts updates."""

import copy
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

import httpx
import sqlalchemy as sa

from partscounter.app import App
from partscounter.database import Database
from partscounter.domain.access import Credential
from partscounter.domain.orders import Channel, DraftLine, Identity, LinePrice, Order, OrderDraft
from partscounter.kit.clock import FixedClock
from partscounter.schema import metadata
from partscounter.settings import Settings
from partscounter.wire.order_tracking.app import build_api
from partscounter_contracts.order_tracking import examples
from tests.make.access import make_credential
from tests.make.app import make_app
from tests.make.counter import Counter, draft_order, make_counter, place, stock_item
from tests.make.web import client

ADDRESS = "/eCommerce/orderTracking/v3/tracking"
PARTS = {"1R-1801": 6, "1R-1808": 4, "1A-1135": 10}
ABSENT = object()
Json = dict[str, Any]


@dataclass(frozen=True)
class Tracked:
    """A dealer with one document, its stock by part number, and a client with the dealer's token."""

    app: App
    counter: Counter
    order: Order
    items: Mapping[str, int]
    credential: Credential
    token: str
    http: httpx.Client

    def post(self, body: object, **query: str) -> httpx.Response:
        """Post `body` as JSON to the one store there is."""
        return self.http.post(ADDRESS, params={"storeId": "21801", **query}, json=body)


def make_tracked(
    database: Database,
    clock: FixedClock,
    *,
    code: str = "TD00",
    vendor_id: str = "100",
    document: str = "00C112685",
    parts: Mapping[str, int] = PARTS,
    settings: Settings | None = None,
) -> Tracked:
    """The document ordered in full, everything on the shelf."""
    app = make_app(database, clock, settings)
    counter = make_counter(database, code=code, vendor_id=vendor_id)
    items = {
        number: stock_item(database, counter, inventory_id=str(index), part_code=number, quantity=ordered)
        for index, (number, ordered) in enumerate(parts.items(), start=1)
    }
    order = place(database, draft_document(counter, document, parts, items))
    credential = make_credential(database, name=f"client-{code}", dealer_ids=[counter.dealer.id])
    token = app.authenticator.issue_token(credential).access_token
    http = client(build_api(app).asgi, authorization=f"Bearer {token}")
    return Tracked(app, counter, order, items, credential, token, http)


def draft_document(
    counter: Counter, document: str, parts: Mapping[str, int], items: Mapping[str, int] | None = None
) -> OrderDraft:
    """An order of `parts` (quantity by number) that the dealer knows as `document`."""
    known = items or {}
    lines = tuple(
        DraftLine(code=number, quantity=ordered, price=LinePrice(each=Decimal(1), list=Decimal(1)), item_id=item_id)
        for number, ordered, item_id in ((n, q, known.get(n)) for n, q in parts.items())
    )
    numbered = tuple(replace(line, part_code=line.code) for line in lines)
    draft = draft_order(counter)
    return replace(draft, channel=Channel.WEB, lines=numbered, identity=Identity(document_number=document))


def body_with(changes: Mapping[str, object] | None = None, sample: Json = examples.DELIVERY) -> Json:
    """A sample in which the fields at these dotted paths (`fulfillment.parts.0.quantity`) are other, or ABSENT."""
    body = copy.deepcopy(sample)
    for path, value in (changes or {}).items():
        *parents, last = path.split(".")
        target: Any = body
        for name in parents:
            target = target[int(name) if isinstance(target, list) else name]
        if value is ABSENT:
            del target[last]
        else:
            target[int(last) if isinstance(target, list) else last] = value
    return body


def everything(database: Database) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table, to be compared before and after."""
    with database.read() as tx:
        return {
            table.name: sorted((tuple(row) for row in tx.connection.execute(sa.select(table))), key=repr)
            for table in metadata.sorted_tables
        }
