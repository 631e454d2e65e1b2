"""The stock API's door: one dealer's store with a credential for it, and another dealer's."""

import json
from dataclasses import dataclass
from typing import Any

import httpx

from partscounter.app import App
from partscounter.database import Database
from partscounter.domain import inventory
from partscounter.domain.access import Product
from partscounter.domain.inventory import Item, ItemsChanged
from partscounter.kit.clock import FixedClock
from partscounter.wire.stock.app import build_api
from tests.make.access import SECRET, emitted, make_credential
from tests.make.app import make_app
from tests.make.counter import Counter, make_counter
from tests.make.web import client

ITEM = "/stock/items/100/1/A-1"
ENGINE: dict[str, Any] = {
    "part_type": "Engine Assembly",
    "make": "PETERBILT",
    "model": "579",
    "year": 2014,
    "price": 9500,
    "brand_code": "S",
    "part_code": "7654321",
}
SCOPES = ("stock/read", "stock/write")


@dataclass(frozen=True)
class Door:
    """The API over vendor 100, store 1, with a client that calls as `yard`."""

    app: App
    counter: Counter
    client: httpx.Client

    @property
    def database(self) -> Database:
        return self.app.database

    def as_user(self, name: str) -> httpx.Client:
        """A client that calls as another user: `reader`, `writer` (one scope each), `stranger` of vendor 101."""
        caller = client(build_api(self.app).asgi)
        caller.auth = httpx.BasicAuth(name, SECRET)
        return caller

    def item(self, inventory_id: str = "A-1") -> Item:
        """The row as it is now, retired or not."""
        with self.database.read() as tx:
            found = inventory.find_item(tx, self.counter.store.id, inventory_id)
        assert found is not None
        return found

    def changes(self) -> list[list[int]]:
        """The items of every event that the index follows."""
        found = [data for kind, _, data in emitted(self.database) if kind == ItemsChanged.kind]
        return [ItemsChanged.items_of(data) for data in found]

    def send(self, *lines: object) -> list[dict[str, Any]]:
        """The results of a stream of changes; text is sent as it is."""
        answer = self.client.post("/stock/items", content=ndjson(*lines), headers=NDJSON)
        assert (answer.status_code, answer.headers["content-type"]) == (200, "application/x-ndjson")
        return [json.loads(line) for line in answer.text.splitlines()]


NDJSON = {"Content-Type": "application/x-ndjson"}


def ndjson(*lines: object) -> bytes:
    return "".join((line if isinstance(line, str) else json.dumps(line)) + "\n" for line in lines).encode()


def line(op: str, inventory_id: str = "A-1", item: dict[str, Any] | None = None, **more: object) -> dict[str, Any]:
    """One change of an item of vendor 100, store 1."""
    named = {"op": op, "vendor_id": "100", "vendor_store": "1", "vendor_inventory_id": inventory_id}
    return named | ({} if item is None else {"item": item}) | more


def open_door(database: Database, clock: FixedClock) -> Door:
    """The door, with one password for all users."""
    counter = make_counter(database)
    other = make_counter(database, code="TD01", vendor_id="101")
    for name, dealer_id, scopes in (
        ("yard", counter.dealer.id, SCOPES),
        ("reader", counter.dealer.id, SCOPES[:1]),
        ("writer", counter.dealer.id, SCOPES[1:]),
        ("stranger", other.dealer.id, SCOPES),
    ):
        make_credential(database, product=Product.STOCK, name=name, dealer_ids=[dealer_id], scopes=scopes)
    app = make_app(database, clock)
    caller = client(build_api(app).asgi)
    caller.auth = httpx.BasicAuth("yard", SECRET)
    return Door(app, counter, caller)
