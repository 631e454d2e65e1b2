"""The parts counter that the Parts Orders document has in mind, behind its door: enterprise and store `sample`."""

import copy
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import httpx
import sqlalchemy as sa

from partscounter.database import Database, WriteTx
from partscounter.domain import access, customers, dealers, inventory
from partscounter.domain.access import Product
from partscounter.domain.dealers import Dealer, Store
from partscounter.domain.inventory import Description, FedItem, PartTerms, Price
from partscounter.domain.orders.tables import idempotency_keys, orders
from partscounter.kit.address import PostalAddress
from partscounter.kit.clock import FixedClock
from partscounter.wire.parts_orders.app import build_api
from partscounter_contracts.parts_orders import SCOPES, examples
from tests.make.access import emitted, make_credential
from tests.make.app import make_app
from tests.make.counter import TESTER
from tests.make.web import client

CLIENT = "sample-demo"
SECRET = "sample-demo-secret"
ORDERS = "/sample/sample/v1/parts-orders"
ASYNC_ORDERS = "/sample/async/v1/parts-orders"
TOKEN = "/oauth/client_credential/accesstoken"
INVOICE = PostalAddress(street="Invoice road 1", city="Billtown", postal_code="04109", country="DE")


@dataclass(frozen=True)
class Sample:
    """The counter, and a client that has its token."""

    database: Database
    dealer: Dealer
    store: Store
    http: httpx.Client

    def post(self, body: object, path: str = ORDERS, **headers: str) -> httpx.Response:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return self.http.post(path, json=body, headers=named)

    def traces(self) -> tuple[object, ...]:
        """Everything that an accepted order leaves: events, orders, keys, stock."""
        with self.database.read() as tx:
            counts = [
                tx.connection.scalar(sa.select(sa.func.count()).select_from(t)) for t in (orders, idempotency_keys)
            ]
            stock = [(item.on_hand, item.reserved) for batch in inventory.iterate_items(tx) for item in batch]
        return emitted(self.database), counts, stock


def open_sample(
    database: Database,
    clock: FixedClock,
    *,
    quantity: int = 25,
    scopes: Mapping[str, str] | tuple[str, ...] = tuple(SCOPES),
    options: Mapping[str, access.OptionValue] | None = None,
    requests_per_minute: int | None = None,
    **store: object,
) -> Sample:
    """The world of the printed request: customer, company, S7654321 at 100 net, 20 % tax, EUR, KEYNUMBER mandatory."""
    dealer, made = database.write(TESTER, lambda tx: _register(tx, store))
    put_part(database, made, quantity=quantity, terms=PartTerms(lead_time_days=3, vehicle_references=("KEYNUMBER",)))
    credential = make_credential(
        database,
        product=Product.KEYLOOP,
        name=CLIENT,
        secret=SECRET,
        dealer_ids=[dealer.id],
        scopes=scopes,
        options=options,
        requests_per_minute=requests_per_minute,
    )
    app = make_app(database, clock)
    token = app.authenticator.issue_token(credential).access_token
    return Sample(database, dealer, made, client(build_api(app).asgi, authorization=f"Bearer {token}"))


def get_token(http: httpx.Client, name: str = CLIENT, secret: str = SECRET, **fields: str) -> str:
    form = {"grant_type": "client_credentials", "client_id": name, "client_secret": secret} | fields
    token: str = http.post(TOKEN, data=form).json()["access_token"]
    return token


def put_part(
    database: Database,
    store: Store,
    *,
    brand_code: str = "S",
    part_code: str = "7654321",
    inventory_id: str = "1",
    price: Price | None = None,
    terms: PartTerms | None = None,
    listed: bool = True,
    quantity: int = 25,
) -> None:
    fed = FedItem(
        inventory_id=inventory_id,
        brand_code=brand_code,
        part_code=part_code,
        description=Description(part_name="Ignition key"),
        price=price or Price(each=Decimal(100)),
        terms=terms or PartTerms(),
        listed=listed,
        quantity=quantity,
    )
    database.write(TESTER, lambda tx: inventory.put_items(tx, store, [fed]))


def printed_order(**changes: object) -> dict[str, Any]:
    """The request as the document prints it; a change to None leaves the field out."""
    body = copy.deepcopy(examples.CREATE_REQUEST) | changes
    return {name: value for name, value in body.items() if value is not None}


def line_of(quantity: object = 1, **part: object) -> dict[str, object]:
    """A line for `part`, by its wire names, with the vehicle reference that the sample's part needs."""
    return {"part": part, "quantity": quantity, "mandatoryVehicleReferences": [examples.VEHICLE_REFERENCE]}


def _register(tx: WriteTx, options: Mapping[str, Any]) -> tuple[Dealer, Store]:
    dealer = dealers.register_dealer(tx, name="Sample dealer", enterprise_id="sample")
    terms: dict[str, Any] = {"vendor_store": "1", "store_id": "sample", "currency": "EUR", "tax_rate": Decimal(20)}
    store = dealers.register_store(tx, dealer, **terms | dict(options))
    company = customers.register_company(
        tx, company_id="345e7890-f23y-12d3-a456-537766551112", name="Company Ltd.", dealer_id=dealer.id
    )
    customers.register_company(tx, company_id="other-company", name="Other Ltd.", dealer_id=dealer.id)
    customers.register_customer(
        tx,
        dealer_id=dealer.id,
        company=company,
        customer_id="123e4569-e89b-12e3-a452-426655440001",
        code="6385",
        email="ollie.orderperson@company.example",
        family_name="OrderPerson",
        given_name="Ollie",
        title="Mr.",
        invoice_address=INVOICE,
    )
    return dealer, store
