"""Making dealers and stores known."""

from decimal import Decimal
from typing import Final

from partscounter.database import WriteTx
from partscounter.domain.dealers import store as sql
from partscounter.domain.dealers.dealer import Dealer, Store
from partscounter.domain.dealers.errors import NameTaken
from partscounter.kit.address import PostalAddress

OWN_PATHS: Final = frozenset(
    {
        *("account", "approval", "as", "assets", "catDigital", "developers", "eCommerce", "enduser", "healthz"),
        *("inventory", "oauth", "openapi", "order", "outbox", "password", "portal", "preferences", "quote", "readyz"),
        *(
            "sale",
            "scan",
            "shop",
            "sign-in",
            "sign-out",
            "static",
            "stock",
            "storefront",
            "try",
            "unsubscribe",
            "wants",
        ),
    }
)
"""First segments of addresses that are not a dealer's: an org or enterprise of this name could not be reached."""


def register_dealer(
    tx: WriteTx,
    *,
    name: str,
    dealer_code: str | None = None,
    vendor_id: str | None = None,
    org: str | None = None,
    enterprise_id: str | None = None,
    customers_manage_notifications: bool = False,
) -> Dealer:
    """A new dealer under the names given; refuses with NameTaken if one of them is another's or the program's own."""
    names = {"dealer_code": dealer_code, "vendor_id": vendor_id, "org": org, "enterprise_id": enterprise_id}
    for column, value in {"org": org, "enterprise_id": enterprise_id}.items():
        if value in OWN_PATHS:
            raise NameTaken(f"{column} {value} is part of the program's own addresses.")
    for column, value in names.items():
        if value is not None and sql.find_dealer(tx, column, value) is not None:
            raise NameTaken(f"{column} {value} is taken.")
    preferences = {"customers_manage_notifications": customers_manage_notifications}
    dealer = sql.insert_dealer(tx, {"name": name, **names, **preferences})
    if dealer is None:
        raise NameTaken(f"One of the names of {name} was taken at this moment.")
    return dealer


def register_store(
    tx: WriteTx,
    dealer: Dealer,
    *,
    vendor_store: str,
    store_id: str | None = None,
    address: PostalAddress | None = None,
    point: tuple[float, float] | None = None,
    currency: str = "USD",
    tax_rate: Decimal = Decimal(0),
    takes_orders_asynchronously: bool = False,
    requires_order_reference: bool = False,
    retention_days: int | None = None,
) -> Store:
    """A new store of `dealer`; `point` is latitude and longitude in degrees. Refuses with NameTaken."""
    if sql.find_store(tx, dealer.id, "vendor_store", vendor_store) is not None:
        raise NameTaken(f"{dealer.name} has a store {vendor_store} already.")
    latitude, longitude = point or (None, None)
    values = {
        "dealer_id": dealer.id,
        "vendor_store": vendor_store,
        "store_id": store_id,
        "latitude": latitude,
        "longitude": longitude,
        "currency": currency,
        "tax_rate": tax_rate,
        "takes_orders_asynchronously": takes_orders_asynchronously,
        "requires_order_reference": requires_order_reference,
        "retention_days": retention_days,
    }
    store = sql.insert_store(tx, values, address or PostalAddress())
    if store is None:
        raise NameTaken(f"{dealer.name} has a store of this number or id already.")
    return store


def correct_store(tx: WriteTx, store: Store, address: PostalAddress, point: tuple[float, float] | None) -> None:
    """Give `store` a better address, and its place on the map if that is known."""
    sql.update_store(tx, store.id, address, point)
