"""SQL of customers and companies."""

from collections.abc import Collection, Mapping
from typing import Any

import sqlalchemy as sa

from partscounter.database import ReadTx, WriteTx
from partscounter.domain.customers.customer import Company, Customer
from partscounter.domain.customers.tables import companies, customers
from partscounter.kit.address import PostalAddress


def _customer(row: sa.Row[Any]) -> Customer:
    columns = dict(row._mapping)
    address = PostalAddress.from_data(columns.pop("invoice_address"))
    return Customer(**columns | {"invoice_address": address, "muted": frozenset(columns["muted"])})


def find_customer(tx: ReadTx, column: str, value: object, *, lock: bool = False) -> Customer | None:
    query = sa.select(customers).where(customers.c[column] == value)
    row = tx.connection.execute(query.with_for_update() if lock else query).one_or_none()
    return None if row is None else _customer(row)


def find_customer_by_code(tx: ReadTx, dealer_id: int, code: str) -> Customer | None:
    query = sa.select(customers).where(customers.c.dealer_id == dealer_id, customers.c.code == code)
    row = tx.connection.execute(query).one_or_none()
    return None if row is None else _customer(row)


def end_users_by_email(tx: ReadTx, email: str) -> list[Customer]:
    is_same = sa.func.lower(customers.c.email) == email.lower()
    query = sa.select(customers).where(is_same, customers.c.userid.is_not(None)).order_by(customers.c.id)
    return [_customer(row) for row in tx.connection.execute(query)]


def customers_of_company(tx: ReadTx, company_key: int) -> list[Customer]:
    query = sa.select(customers).where(customers.c.company_id == company_key).order_by(customers.c.id)
    return [_customer(row) for row in tx.connection.execute(query)]


def load_customers(tx: ReadTx, keys: Collection[int]) -> list[Customer]:
    query = sa.select(customers).where(customers.c.id.in_(keys))
    return [_customer(row) for row in tx.connection.execute(query)]


def insert_customer(tx: WriteTx, values: Mapping[str, object]) -> Customer:
    return _customer(tx.connection.execute(sa.insert(customers).values(**values).returning(customers)).one())


def update_muted(tx: WriteTx, customer_key: int, muted: Collection[str]) -> Customer:
    update = sa.update(customers).where(customers.c.id == customer_key).values(muted=sorted(muted))
    return _customer(tx.connection.execute(update.returning(customers)).one())


def find_company(tx: ReadTx, column: str, value: object) -> Company | None:
    row = tx.connection.execute(sa.select(companies).where(companies.c[column] == value)).one_or_none()
    return None if row is None else Company(**row._mapping)


def insert_company(tx: WriteTx, values: Mapping[str, object]) -> Company:
    return Company(**tx.connection.execute(sa.insert(companies).values(**values).returning(companies)).one()._mapping)
