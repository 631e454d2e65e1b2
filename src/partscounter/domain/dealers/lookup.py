"""Finding dealers and stores by the names that the five contracts give them."""

from collections.abc import Collection

from partscounter.database import ReadTx
from partscounter.domain.dealers import store as sql
from partscounter.domain.dealers.dealer import Dealer, Store
from partscounter.domain.dealers.errors import NoStore, UnknownDealer, UnknownStore


def find_dealer_by_code(tx: ReadTx, dealer_code: str) -> Dealer | None:
    """By the order-tracking `dealerCode`."""
    return sql.find_dealer(tx, "dealer_code", dealer_code)


def find_dealer_by_vendor(tx: ReadTx, vendor_id: str) -> Dealer | None:
    """By the inventory `vendor_id`."""
    return sql.find_dealer(tx, "vendor_id", vendor_id)


def get_dealer_by_vendor(tx: ReadTx, vendor_id: str) -> Dealer:
    """By the inventory `vendor_id`; refuses with UnknownDealer."""
    dealer = find_dealer_by_vendor(tx, vendor_id)
    if dealer is None:
        raise UnknownDealer(f"There is no dealer with the vendor id {vendor_id}.")
    return dealer


def find_dealer_by_org(tx: ReadTx, org: str) -> Dealer | None:
    """By the order-export organisation."""
    return sql.find_dealer(tx, "org", org)


def list_dealers_by_vendor(tx: ReadTx, vendor_ids: Collection[str]) -> list[Dealer]:
    """Those of these inventory `vendor_id`s that there are."""
    return sql.dealers_with(tx, "vendor_id", vendor_ids)


def list_dealers_without_vendor(tx: ReadTx) -> frozenset[int]:
    """The ids of the dealers that have no name in the inventory contract, and so no part in it."""
    return sql.ids_without(tx, "vendor_id")


def load_dealers(tx: ReadTx, ids: Collection[int]) -> dict[int, Dealer]:
    """The dealers with these ids, by id; unknown ids are left out."""
    return {dealer.id: dealer for dealer in sql.dealers_with(tx, "id", ids)}


def get_dealer(tx: ReadTx, dealer_id: int) -> Dealer:
    """By our own id; refuses with UnknownDealer."""
    dealer = sql.find_dealer(tx, "id", dealer_id)
    if dealer is None:
        raise UnknownDealer(f"There is no dealer {dealer_id}.")
    return dealer


def list_dealers(tx: ReadTx) -> list[Dealer]:
    """Every dealer, oldest first."""
    return sql.list_dealers(tx)


def find_store_by_enterprise(tx: ReadTx, enterprise_id: str, store_id: str) -> Store | None:
    """By the parts-orders path `/{enterpriseId}/{storeId}`."""
    dealer = sql.find_dealer(tx, "enterprise_id", enterprise_id)
    return None if dealer is None else sql.find_store(tx, dealer.id, "store_id", store_id)


def find_store_by_vendor(tx: ReadTx, vendor_id: str, vendor_store: str) -> Store | None:
    """By the inventory pair `vendor_id`, `vendor_store`."""
    dealer = sql.find_dealer(tx, "vendor_id", vendor_id)
    return None if dealer is None else sql.find_store(tx, dealer.id, "vendor_store", vendor_store)


def list_stores_by_number(tx: ReadTx, vendor_stores: Collection[str]) -> list[Store]:
    """The stores of every dealer that bear one of these inventory numbers."""
    return sql.stores_with(tx, "vendor_store", vendor_stores)


def list_stores_of_dealer(tx: ReadTx, dealer_id: int) -> list[Store]:
    """All stores of one dealer, oldest first."""
    return sql.stores_with(tx, "dealer_id", [dealer_id])


def find_store_of_dealer(tx: ReadTx, dealer_id: int, vendor_store: str) -> Store | None:
    """By its inventory number within one dealer."""
    return sql.find_store(tx, dealer_id, "vendor_store", vendor_store)


def get_store(tx: ReadTx, store_id: int) -> Store:
    """By our own id; refuses with UnknownStore."""
    found = sql.load_stores(tx, [store_id])
    if not found:
        raise UnknownStore(f"There is no store {store_id}.")
    return found[0]


def get_first_store(tx: ReadTx, dealer_id: int) -> Store:
    """The dealer's oldest store (lowest id), for orders that name none; refuses with NoStore."""
    store = sql.first_store(tx, dealer_id)
    if store is None:
        raise NoStore("The dealer has no store yet.")
    return store


def load_stores(tx: ReadTx, ids: Collection[int] | None = None) -> dict[int, Store]:
    """The stores with these ids (every store for None), by id."""
    return {store.id: store for store in sql.load_stores(tx, ids)}


def load_companies(tx: ReadTx, ids: Collection[int]) -> dict[int, str]:
    """What customers know these stores as, by id: `Store.company`, or where that is blank the dealer's name."""
    return sql.load_companies(tx, ids)
