"""The demo's dealers and stores: TD00 with its counter and two yards, TD01 a stranger to it, and a third seller."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from partscounter.database import WriteTx
from partscounter.domain import dealers
from partscounter.domain.dealers import Dealer, Store
from partscounter.kit.address import PostalAddress


@dataclass(frozen=True, slots=True)
class DemoDealers:
    """The dealers by dealer code, and the stores by the names that the demo's data use."""

    by_code: Mapping[str, Dealer]
    stores: Mapping[str, Store]


def create_dealers(tx: WriteTx) -> DemoDealers:
    """Dealers and stores."""
    td00 = dealers.register_dealer(
        tx,
        name="Test Dealer 00",
        dealer_code="TD00",
        vendor_id="7001",
        org="demo",
        enterprise_id="sample",
        customers_manage_notifications=True,
    )
    td01 = dealers.register_dealer(
        tx, name="Test Dealer 01", dealer_code="TD01", vendor_id="7002", org="other", enterprise_id="other"
    )
    stores = {
        "sample": _counter(tx, td00, "1", "sample", takes_orders_asynchronously=False),
        "async": _counter(tx, td00, "2", "async", takes_orders_asynchronously=True),
        "lincoln": _yard(tx, td00, "3", ("Lincoln", "NE", "68503")),
        "omaha": _yard(tx, td00, "4", ("Omaha", "NE", "68102")),
        "denver": _yard(tx, td01, "1", ("Denver", "CO", "80202")),
        "toronto": _yard(tx, td01, "2", ("Toronto", "ON", "M5V 2T6")),
    }
    return DemoDealers(by_code={"TD00": td00, "TD01": td01}, stores=stores)


def _counter(tx: WriteTx, dealer: Dealer, number: str, name: str, *, takes_orders_asynchronously: bool) -> Store:
    address = PostalAddress(
        contact="Pat Counter",
        company=f"Test Dealer 00 ({name})",
        street="1 Counter Street",
        city="Smalltown",
        postal_code="123456",
        country="GB",
        phone="555-0100",
        email="counter@td00.example",
    )
    return dealers.register_store(
        tx,
        dealer,
        vendor_store=number,
        store_id=name,
        address=address,
        currency="EUR",
        tax_rate=Decimal(20),
        takes_orders_asynchronously=takes_orders_asynchronously,
    )


def _yard(tx: WriteTx, dealer: Dealer, number: str, place: tuple[str, str, str]) -> Store:
    city, state, postal_code = place
    address = PostalAddress(
        contact="Alex Yard",
        company=f"{dealer.name} {city}",
        street="500 Truck Road",
        city=city,
        state=state,
        postal_code=postal_code,
        country="CA" if " " in postal_code else "US",
        phone="555-0123",
        fax="555-0124",
        email=f"parts@{city.lower()}.example",
    )
    return dealers.register_store(tx, dealer, vendor_store=number, address=address)
