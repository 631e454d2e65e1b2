"""A counter with a client at every door, and a mail server that can be away."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from typing import Any

import httpx

from partscounter.asgi import build_asgi
from partscounter.database import Database, WriteTx
from partscounter.domain import access, cores, dealers, inventory, orders, returns, sales
from partscounter.domain.access import Credential, Product
from partscounter.domain.approvals import Approval, Side
from partscounter.domain.cores import Grade
from partscounter.domain.inventory import Description, FedItem, Price
from partscounter.domain.notifications import Mail
from partscounter.domain.returns import Inspected, Requester
from partscounter.jobs import Worker
from partscounter.kit.clock import FixedClock
from partscounter.settings import LimitSettings, Settings
from partscounter.subscriptions import RESERVE_ORDER, SEND_MAIL
from partscounter.wire.order_export.render_push import render_push
from partscounter.worker.mailer import Mailer
from partscounter.worker.run import build_worker
from partscounter_contracts.parts_orders import SCOPES
from tests.make.access import SECRET, make_secret
from tests.make.app import make_app
from tests.make.counter import TESTER, make_counter
from tests.make.jobs import claim_jobs
from tests.make.web import client
from tests.property.model import Shelf, Update

CUSTOMER = "customer-TD00"
STORES = {"main": "1", "async": "2"}
PARTS = {"filter": ("S", "7654321"), "seal": ("C", "1R-1808"), "hose": ("", "H-77")}
"""Brand and code by our own word for the part; the hose is in no store's stock."""
STOCKED = ("filter", "seal")
STOCK = {(store, part): quantity for store in STORES for part, quantity in (("filter", 8), ("seal", 3))}
CORE = 5
"""What is charged for the old part of each unit that is sold through a shop."""
_PRODUCTS = (Product.KEYLOOP, Product.CAT, Product.ECAT, Product.INVENTORY, Product.STOCK)


def code_of(part: str) -> str:
    brand, code = PARTS[part]
    return brand + code


class MailServerAway(Exception):
    """What a worker meets while nobody answers."""


@dataclass
class PostOffice:
    """The foreign mail server: it keeps the Message-ID of all that it takes, unless it is away."""

    is_away: bool = False
    taken: list[str] = field(default_factory=list)

    def send(self, mail: Mail) -> None:
        if self.is_away:
            raise MailServerAway
        self.taken.append(mail.message_id)


class World:
    """The program around an empty database, and what can be done to it through its doors."""

    def __init__(self, database: Database, clock: FixedClock, mailer: Mailer | None = None) -> None:
        self.database = database
        self.clock = clock
        self.post = PostOffice()
        self.counter = make_counter(database)
        self._app = make_app(database, clock, Settings(limits=LimitSettings(requests_per_minute=0)))
        self.worker: Worker = build_worker(self._app, render_push, mailer=mailer or self.post)
        self.items = self._stock()
        self._http = client(build_asgi(self._app))
        self._callers = {product: self._credential(product) for product in _PRODUCTS}
        self._tokens: dict[Product, str] = {}

    def shelves(self) -> dict[tuple[str, str], Shelf]:
        return {place: Shelf(quantity) for place, quantity in STOCK.items()}

    def ask(self, product: Product, method: str, path: str, **request: Any) -> httpx.Response:  # noqa: ANN401 - httpx's own keywords
        """One request with the credential that the product wants."""
        if product in {Product.KEYLOOP, Product.CAT}:
            headers = {"Authorization": f"Bearer {self._token(product)}"} | request.pop("headers", {})
            return self._http.request(method, path, headers=headers, **request)
        return self._http.request(method, path, auth=(f"{product.value}-user", SECRET), **request)

    def read(self, product: Product, path: str, **query: object) -> Any:  # noqa: ANN401 - JSON
        answer = self.ask(product, "GET", path, params=query)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def place(self, store: str, wanted: list[tuple[str, int]], key: str) -> httpx.Response:
        """A parts order; a key is used for one order."""
        parts = [{"part": {"partId": code_of(part)}, "quantity": quantity} for part, quantity in wanted]
        body = {"customerId": CUSTOMER, "orderContact": {"name": "Cate", "email": "cate@buyer.example"}, "parts": parts}
        headers = {"Idempotency-Key": key}
        return self.ask(Product.KEYLOOP, "POST", f"/td00/{store}/v1/parts-orders", json=body, headers=headers)

    def enter(self, uuid: str, wanted: list[tuple[str, int]]) -> httpx.Response:
        """An order from a rep; a known uuid is a resubmission."""
        items = [{"item_code": code_of(part), "quantity": quantity, "price": 1} for part, quantity in wanted]
        body = {"customer": {"code": "6385"}, "uuid": uuid, "items": items}
        return self.ask(Product.ECAT, "POST", "/td00/ext/v2/orders", json=body)

    def sell(self, wanted: list[tuple[str, int]]) -> httpx.Response:
        """A cart at the first store, with a core charge on every unit."""
        lines = [
            {"vendor_id": 100, "vendor_store": 1, "vendor_inventory_id": part, "quantity": quantity, "core_price": CORE}
            for part, quantity in wanted
        ]
        body = {"user_id": "user-TD00", "line_items": lines}
        return self.ask(Product.INVENTORY, "POST", "/sale/create", json=body)

    def track(self, document: str, update: Update) -> httpx.Response:
        """A tracking update for the document."""
        parts = [{"partNumber": code_of(part), "quantity": quantity} for part, quantity in update.parts]
        fulfillment: dict[str, object] = {"type": "delivery", "parts": parts}
        if update.tracking_id:
            fulfillment["shipmentInformation"] = {
                "carrier": "UPS",
                "shipmentDate": "2026-03-02",
                "trackingId": update.tracking_id,
            }
        body = {"dealerCode": "TD00", "documentNumber": document, "documentStatus": update.status}
        path = "/eCommerce/orderTracking/v3/tracking?storeId=21801"
        return self.ask(Product.CAT, "POST", path, json=body | {"fulfillment": fulfillment})

    def count(self, store: str, part: str, quantity: int) -> httpx.Response:
        """The dealer has counted what is on the shelf, knowing of every sale: what is said again counts again."""
        path = f"/stock/items/100/{STORES[store]}/{part}"
        seen = {"If-Match": self.ask(Product.STOCK, "GET", path).headers["etag"]}
        return self.ask(Product.STOCK, "PATCH", path, json={"quantity": quantity}, headers=seen)

    def promise(self, order_id: int, line: int, day: date) -> None:
        """When the units of a line that wait for stock will come."""
        self.database.write(TESTER, lambda tx: orders.promise_lines(tx, order_id, {line: day}))

    def decide(self, order_id: int, decision: Approval) -> None:
        """The dealer agrees to a document, or does not."""
        self.database.write(TESTER, lambda tx: sales.decide(tx, order_id, Side.VENDOR, decision, by="dealer"))

    def bring_cores(self, order_id: int, line: int, units: int, grade: Grade) -> None:
        """Old parts of a line come back."""
        self.database.write(TESTER, lambda tx: cores.return_core(tx, order_id, line, units, grade))

    def send_back(self, order_id: int, line: int, units: int, *, restock: bool) -> None:
        """Units of a line come back and are credited."""
        inspected = {line: Inspected(restock=units) if restock else Inspected(scrap=units)}

        def take(tx: WriteTx) -> None:
            made = returns.request_return(tx, order_id, {line: units}, requested_by=Requester.DEALER)
            returns.authorise_return(tx, made.id)
            returns.receive_return(tx, made.id, inspected)
            returns.credit_return(tx, made.id)

        self.database.write(TESTER, take)

    def work(self) -> None:
        """Run every job that is due by now."""
        while self.worker.run_due():
            pass

    def die_with_jobs_in_hand(self) -> None:
        """A worker takes jobs and is killed; nobody has them until its lease ends."""
        claim_jobs(self.database, worker="victim", kinds=(SEND_MAIL, RESERVE_ORDER), limit=3)

    def wait(self, hours: float) -> None:
        self.clock.advance(timedelta(hours=hours))
        self._tokens.clear()

    def _token(self, product: Product) -> str:
        if product not in self._tokens:
            self._tokens[product] = self._app.authenticator.issue_token(self._callers[product]).access_token
        return self._tokens[product]

    def _credential(self, product: Product) -> Credential:
        scopes = {Product.KEYLOOP: tuple(SCOPES), Product.STOCK: ("stock/read", "stock/write")}.get(product, ())
        create = partial(
            access.create_credential,
            product=product,
            name=f"{product.value}-user",
            secret=make_secret(),
            all_dealers=True,
            scopes=scopes,
            is_admin=product is Product.ECAT,
            options={"sells_for": "*"} if product is Product.INVENTORY else {},
        )
        return self.database.write(TESTER, create)

    def _stock(self) -> dict[tuple[str, str], int]:
        register = partial(
            dealers.register_store,
            dealer=self.counter.dealer,
            vendor_store="2",
            store_id="async",
            currency="EUR",
            tax_rate=Decimal(20),
            takes_orders_asynchronously=True,
        )
        stores = {"main": self.counter.store, "async": self.database.write(TESTER, register)}
        found = {}
        for (store, part), quantity in STOCK.items():
            brand, code = PARTS[part]
            about = Description(part_name=part)
            price = Price(each=Decimal(10))
            fed = FedItem(part, brand_code=brand, part_code=code, description=about, price=price, quantity=quantity)
            put = partial(inventory.put_items, store=stores[store], batch=[fed])
            self.database.write(TESTER, put)
            with self.database.read() as tx:
                item = inventory.find_item(tx, stores[store].id, part)
            assert item is not None
            found[store, part] = item.id
        return found
