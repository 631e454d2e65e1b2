"""The order export's door with orders behind it: an admin, a user who is none, and a second organisation."""

import functools
from dataclasses import dataclass, replace
from typing import Any

import httpx
import sqlalchemy as sa

from partscounter.database import Database
from partscounter.domain import access, orders
from partscounter.domain.access import Product
from partscounter.domain.orders import Channel, Identity, Order
from partscounter.domain.orders.tables import order_lines
from partscounter.domain.orders.tables import orders as order_table
from partscounter.kit.clock import FixedClock
from partscounter.wire.order_export.app import build_api
from tests.make.access import emitted, make_secret
from tests.make.app import make_app
from tests.make.counter import TESTER, Counter, draft_order, make_counter
from tests.make.web import client

ADMIN = ("admin", "td00-demo-secret")
UUID = "631F4C43-361B-4385-A1EC-7D214B5B4EBE"
NEW_ORDERS = "/td00/ext/v2/orders/new_orders"
ORDERS = "/td00/ext/v2/orders"


@dataclass(frozen=True)
class Door:
    """The API over one dealer's counter (org td00), with a client who is its admin."""

    database: Database
    counter: Counter
    client: httpx.Client
    other: Counter
    """Another dealer, org td01, whose admin is `other-admin`."""

    def place(
        self,
        *,
        number: str = "",
        order_id: int | None = None,
        uuid: str = "",
        part_code: str = "7654321",
        counter: Counter | None = None,
    ) -> Order:
        """An order for two of a part, under the names given."""
        draft = draft_order(counter or self.counter, (None, 2), part_code=part_code)
        identity = Identity(id=order_id, uuid=uuid, number=number)
        entered = replace(draft, channel=Channel.ORDER_ENTRY, identity=identity)
        return self.database.write(TESTER, lambda tx: orders.submit_order(tx, entered))

    def waiting(self) -> list[str]:
        """The numbers that a download holds."""
        return [order["order_number"] for order in self.client.get(NEW_ORDERS).json()["data"]]

    def events(self, kind: str) -> list[str]:
        """The subjects of the events of this kind."""
        return [subject for found, subject, _ in emitted(self.database) if found == kind]


def open_door(database: Database, clock: FixedClock) -> Door:
    """The door, with users `admin` and `rep` (no admin) of td00, `other-admin` of td01; one password for all."""
    counter = make_counter(database)
    other = make_counter(database, code="TD01", vendor_id="101")
    for name, dealer_id, is_admin in (
        ("admin", counter.dealer.id, True),
        ("rep", counter.dealer.id, False),
        ("other-admin", other.dealer.id, True),
    ):
        create = functools.partial(
            access.create_credential,
            product=Product.ECAT,
            name=name,
            secret=make_secret(),
            dealer_ids=[dealer_id],
            is_admin=is_admin,
        )
        database.write(TESTER, create)
    caller = client(build_api(make_app(database, clock)).asgi)
    caller.auth = httpx.BasicAuth(*ADMIN)
    return Door(database, counter, caller, other)


def fill(door: Door, count: int, lines: int = 1) -> None:
    """`count` waiting orders called N-1, N-2…, each a copy of one placed before them but for its names."""
    pattern = door.place(number="N-0")
    with door.database.read() as tx:
        row = dict(tx.connection.execute(sa.select(order_table)).mappings().one())
        line = dict(tx.connection.execute(sa.select(order_lines)).mappings().one())

    def insert(tx: Any) -> None:  # noqa: ANN401 - a write transaction, and no verb could do this
        ids = range(pattern.id + 1, pattern.id + count + 1)
        names = [{"id": id_, "uuid": f"U{id_}", "number": f"N-{id_ - pattern.id}"} for id_ in ids]
        copies = [
            line | {"id": line["id"] + id_ * lines + n, "key": f"{id_}-{n}", "order_id": id_, "number": n + 1}
            for id_ in ids
            for n in range(lines)
        ]
        for start in range(0, len(names), 1000):
            tx.connection.execute(sa.insert(order_table), [row | each for each in names[start : start + 1000]])
        for start in range(0, len(copies), 1000):
            tx.connection.execute(sa.insert(order_lines), copies[start : start + 1000])

    door.database.write(TESTER, insert)
