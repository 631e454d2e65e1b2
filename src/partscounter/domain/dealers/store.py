"""SQL of dealers and stores: rows in, values out."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import fields
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from partscounter.database import ReadTx, WriteTx
from partscounter.database.among import among
from partscounter.database.prepared import Prepared
from partscounter.database.remembered import Remembered
from partscounter.domain.dealers.dealer import Dealer, Store
from partscounter.domain.dealers.tables import dealers, stores
from partscounter.kit.address import PostalAddress

# Put together once: every search asks them, and putting them together takes longer than the answer.
_WITHOUT = {column.name: Prepared(sa.select(dealers.c.id).where(column.is_(None))) for column in dealers.c}
_DEALERS_WITH = {
    column.name: sa.select(dealers).where(column.in_(sa.bindparam("values", expanding=True))).order_by(dealers.c.id)
    for column in dealers.c
}
_ALL_STORES = sa.select(stores).order_by(stores.c.id)
_STORES = _ALL_STORES.where(stores.c.id.in_(sa.bindparam("ids", expanding=True)))


def _dealer(row: sa.Row[Any]) -> Dealer:
    return Dealer(**row._mapping)


def _store(row: sa.Row[Any]) -> Store:
    columns = dict(row._mapping)
    return Store(**{**columns, "address": PostalAddress.from_data(columns["address"])})


def _store_of(row: Sequence[Any]) -> Store:
    columns = dict(zip(Store.__dataclass_fields__, row, strict=True))
    return Store(**{**columns, "address": PostalAddress.from_data(columns["address"])})


def find_dealer(tx: ReadTx, column: str, value: object) -> Dealer | None:
    return _DEALER_BY[column].find(tx, value=value)


_columns = [dealers.c[name] for name in Dealer.__dataclass_fields__]
_DEALER_BY = {
    column.name: Remembered(
        Prepared(sa.select(*_columns).where(column == sa.bindparam("value"))), lambda row: Dealer(*row)
    )
    for column in dealers.c
}


def dealers_with(tx: ReadTx, column: str, values: Collection[object]) -> list[Dealer]:
    return [_dealer(row) for row in tx.connection.execute(_DEALERS_WITH[column], {"values": list(values)})]


def ids_without(tx: ReadTx, column: str) -> frozenset[int]:
    return frozenset(id_ for (id_,) in _WITHOUT[column].rows(tx))


def list_dealers(tx: ReadTx) -> list[Dealer]:
    return [_dealer(row) for row in tx.connection.execute(sa.select(dealers).order_by(dealers.c.id))]


def insert_dealer(tx: WriteTx, values: Mapping[str, object]) -> Dealer | None:
    """None where one of its names is another's, also when another process was first."""
    row = _INSERT_DEALER[tx.connection.dialect.name].row(tx, **values)
    return None if row is None else Dealer(*row)


def update_mail_choice(tx: WriteTx, dealer_id: int, *, customers_choose: bool) -> bool:
    """Whether it was another before."""
    switch = dealers.c.customers_manage_notifications
    change = sa.update(dealers).where(dealers.c.id == dealer_id, switch != customers_choose)
    return tx.connection.execute(change.values({switch: customers_choose})).rowcount == 1


def _insert_unless_taken(table: sa.Table, fields: Sequence[str]) -> Mapping[str, Prepared]:
    """By engine; answers the new row, and none where a unique name is taken. A feed makes thousands known."""
    given = [name for name in fields if name != "id"]
    returned = [table.c[name] for name in fields]
    return {
        "sqlite": Prepared(sqlite.insert(table).on_conflict_do_nothing().returning(*returned), given),
        "postgresql": Prepared(postgresql.insert(table).on_conflict_do_nothing().returning(*returned), given),
    }


_INSERT_DEALER = _insert_unless_taken(dealers, tuple(Dealer.__dataclass_fields__))
_INSERT_STORE = _insert_unless_taken(stores, tuple(Store.__dataclass_fields__))


def find_store(tx: ReadTx, dealer_id: int, column: str, value: object) -> Store | None:
    row = _STORE_BY[column].row(tx, dealer_id=dealer_id, value=value)
    return None if row is None else _store_of(row)


_STORE_BY = {
    column.name: Prepared(
        sa.select(*(stores.c[name] for name in Store.__dataclass_fields__)).where(
            stores.c.dealer_id == sa.bindparam("dealer_id"), column == sa.bindparam("value")
        )
    )
    for column in stores.c
}


def first_store(tx: ReadTx, dealer_id: int) -> Store | None:
    query = sa.select(stores).where(stores.c.dealer_id == dealer_id).order_by(stores.c.id).limit(1)
    row = tx.connection.execute(query).one_or_none()
    return None if row is None else _store(row)


def load_stores(tx: ReadTx, ids: Collection[int] | None) -> list[Store]:
    rows = tx.connection.execute(_ALL_STORES) if ids is None else tx.connection.execute(_STORES, {"ids": sorted(ids)})
    return [_store(row) for row in rows]


def load_companies(tx: ReadTx, ids: Collection[int]) -> dict[int, str]:
    return {id_: company or dealer_name for id_, company, dealer_name in _COMPANIES.rows(tx, ids=sorted(ids))}


_COMPANIES = Prepared(
    sa.select(stores.c.id, stores.c.address["company"].as_string(), dealers.c.name)
    .join(dealers, dealers.c.id == stores.c.dealer_id)
    .where(among(stores.c.id, "ids"))
)


def stores_with(tx: ReadTx, column: str, values: Collection[object]) -> list[Store]:
    query = sa.select(stores).where(stores.c[column].in_(values)).order_by(stores.c.id)
    return [_store(row) for row in tx.connection.execute(query)]


def insert_store(tx: WriteTx, values: Mapping[str, object], address: PostalAddress) -> Store | None:
    """None where the dealer has a store of one of its names, also when another process was first."""
    row = _INSERT_STORE[tx.connection.dialect.name].row(tx, **values, address=address.to_data())
    return None if row is None else _store_of(row)


def update_store(tx: WriteTx, store_id: int, address: PostalAddress, point: tuple[float, float] | None) -> None:
    values: dict[str, object] = {"address": address.to_data()}
    if point is not None:
        values |= {"latitude": point[0], "longitude": point[1]}
    tx.connection.execute(sa.update(stores).where(stores.c.id == store_id).values(**values))


def lock_stores(tx: WriteTx) -> None:
    """SQLite has one writer anyway."""
    if tx.connection.dialect.name == "postgresql":
        tx.connection.execute(sa.text("LOCK TABLE dealers, stores IN SHARE ROW EXCLUSIVE MODE"))


_REVISED = tuple(field.name for field in fields(Store) if field.name not in {"id", "dealer_id", "vendor_store"})


def revise_stores(tx: WriteTx, revised: Sequence[Store]) -> None:
    """First without their `store_id`s, so that two may exchange them."""
    for store in revised:
        tx.connection.execute(sa.update(stores).where(stores.c.id == store.id).values(store_id=None))
    for store in revised:
        values = {name: getattr(store, name) for name in _REVISED} | {"address": store.address.to_data()}
        tx.connection.execute(sa.update(stores).where(stores.c.id == store.id).values(**values))
