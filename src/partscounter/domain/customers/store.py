"""SQL of customers and companies."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import fields
from typing import Any

import sqlalchemy as sa

from partscounter.database import ReadTx, WriteTx
from partscounter.database.among import among
from partscounter.database.prepared import Prepared
from partscounter.domain.customers.customer import Company, Customer
from partscounter.domain.customers.profile import CustomerProfile
from partscounter.domain.customers.tables import companies, customer_profiles, customers
from partscounter.domain.customers.wanted import CustomersWanted
from partscounter.kit.address import PostalAddress

_AT_ONCE = 500


_COLUMNS = [customers.c[field.name] for field in fields(Customer)]


def _customer(row: Sequence[Any]) -> Customer:
    """By place, in the order of the fields: an export asks for that of every order."""
    *rest, address, muted = row
    cells = (*rest, PostalAddress.from_data(address), frozenset(muted))
    return Customer(*cells)


def find_customer(tx: ReadTx, column: str, value: object, *, lock: bool = False) -> Customer | None:
    query = sa.select(*_COLUMNS).where(customers.c[column] == value)
    row = tx.connection.execute(query.with_for_update() if lock else query).one_or_none()
    return None if row is None else _customer(row)


def find_customer_by_code(tx: ReadTx, dealer_id: int, code: str) -> Customer | None:
    query = sa.select(*_COLUMNS).where(customers.c.dealer_id == dealer_id, customers.c.code == code)
    row = tx.connection.execute(query).one_or_none()
    return None if row is None else _customer(row)


def end_users_by_email(tx: ReadTx, email: str) -> list[Customer]:
    is_same = sa.func.lower(customers.c.email) == email.lower()
    query = sa.select(*_COLUMNS).where(is_same, customers.c.userid.is_not(None)).order_by(customers.c.id)
    return [_customer(row) for row in tx.connection.execute(query)]


def end_users_after(tx: ReadTx, last: int, limit: int) -> list[Customer]:
    query = sa.select(*_COLUMNS).where(customers.c.id > last, customers.c.userid.is_not(None))
    return [_customer(row) for row in tx.connection.execute(query.order_by(customers.c.id).limit(limit))]


def load_profiles(tx: ReadTx, keys: Collection[int]) -> dict[int, CustomerProfile]:
    query = sa.select(customer_profiles).where(customer_profiles.c.customer_id.in_(keys))
    return {row.customer_id: _profile(row) for row in tx.connection.execute(query)}


def put_profiles(tx: WriteTx, profiles: Mapping[int, CustomerProfile]) -> None:
    keys = list(profiles)
    for start in range(0, len(keys), _AT_ONCE):
        part = customer_profiles.c.customer_id.in_(keys[start : start + _AT_ONCE])
        tx.connection.execute(sa.delete(customer_profiles).where(part))
    rows = [
        {
            "customer_id": key,
            "type": profile.type,
            "price_code": profile.price_code,
            "territories": sorted(profile.territories),
            "places": [place.to_data() for place in profile.places],
        }
        for key, profile in profiles.items()
    ]
    if rows:
        tx.connection.execute(sa.insert(customer_profiles), rows)


def _profile(row: sa.Row[Any]) -> CustomerProfile:
    return CustomerProfile(
        type=row.type,
        price_code=row.price_code,
        territories=frozenset(row.territories),
        places=tuple(PostalAddress.from_data(place) for place in row.places),
    )


def search_customers(tx: ReadTx, wanted: CustomersWanted, offset: int, limit: int) -> tuple[int, list[Customer]]:
    conditions = [_is_of(wanted.dealer_ids), *map(_has, wanted.text.split())]
    total = tx.connection.scalar(sa.select(sa.func.count()).select_from(customers).where(*conditions)) or 0
    query = (
        sa.select(*_COLUMNS)
        .where(*conditions)
        .order_by(sa.func.lower(customers.c.family_name), sa.func.lower(customers.c.given_name), customers.c.id)
    )
    return total, [_customer(row) for row in tx.connection.execute(query.offset(offset).limit(limit))]


def customers_named(tx: ReadTx, name: str, dealer_ids: Collection[int] | None) -> list[Customer]:
    names = [customers.c[each] for each in ("userid", "code", "customer_id", "email")]
    is_named = sa.or_(*(sa.func.lower(each) == name.lower() for each in names))
    query = sa.select(*_COLUMNS).where(_is_of(dealer_ids), is_named).order_by(customers.c.id).limit(_AT_ONCE)
    return [_customer(row) for row in tx.connection.execute(query)]


def _is_of(dealer_ids: Collection[int] | None) -> sa.ColumnElement[bool]:
    if dealer_ids is None:
        return sa.true()
    return sa.or_(customers.c.dealer_id.is_(None), customers.c.dealer_id.in_(dealer_ids))


def _has(word: str) -> sa.ColumnElement[bool]:
    address = customers.c.invoice_address
    texts = [customers.c[name] for name in ("given_name", "family_name", "email", "code", "userid", "customer_id")]
    texts += [address[name].as_string() for name in ("company", "city")]
    return sa.or_(*(sa.func.lower(text).contains(word.lower(), autoescape=True) for text in texts))


def customers_of_company(tx: ReadTx, company_key: int) -> list[Customer]:
    query = sa.select(*_COLUMNS).where(customers.c.company_id == company_key).order_by(customers.c.id)
    return [_customer(row) for row in tx.connection.execute(query)]


def load_customers(tx: ReadTx, keys: Collection[int]) -> list[Customer]:
    return [_customer(row) for row in _BY_ID.rows(tx, ids=list(keys))]


_BY_ID = Prepared(sa.select(*_COLUMNS).where(among(customers.c.id, "ids")))


def insert_customer(tx: WriteTx, values: Mapping[str, object]) -> Customer:
    return _customer(tx.connection.execute(sa.insert(customers).values(**values).returning(*_COLUMNS)).one())


def try_insert_customer(tx: WriteTx, values: Mapping[str, object]) -> Customer | None:
    """None where somebody has one of the outside names, also where they got it just now."""
    try:
        # In a savepoint, so that on PostgreSQL the transaction can go on.
        with tx.connection.begin_nested():
            return insert_customer(tx, values)
    except sa.exc.IntegrityError:
        return None


def try_update_customer(tx: WriteTx, key: int, values: Mapping[str, object]) -> Customer | None:
    """None where somebody else has one of the outside names, also where they got it just now."""
    update = sa.update(customers).where(customers.c.id == key).values(**values).returning(*_COLUMNS)
    try:
        with tx.connection.begin_nested():
            return _customer(tx.connection.execute(update).one())
    except sa.exc.IntegrityError:
        return None


def insert_customers(tx: WriteTx, rows: Sequence[Mapping[str, object]]) -> list[int]:
    """Their ids, in the order of `rows`."""
    if not rows:
        return []
    insert = sa.insert(customers).returning(customers.c.id, sort_by_parameter_order=True)
    return list(tx.connection.execute(insert, rows).scalars())


def update_customer(tx: WriteTx, customer: Customer) -> None:
    names = ("userid", "email", "family_name", "given_name", "title", "language")
    values = {name: getattr(customer, name) for name in names}
    update = sa.update(customers).where(customers.c.id == customer.id)
    tx.connection.execute(update.values(**values, invoice_address=customer.invoice_address.to_data()))


def hold_customers(tx: WriteTx) -> None:
    """Nobody else adds or changes customers until this transaction ends; SQLite has one writer anyway."""
    if tx.connection.dialect.name == "postgresql":
        tx.connection.execute(sa.text("LOCK TABLE customers IN SHARE ROW EXCLUSIVE MODE"))


def customers_of_dealers(tx: ReadTx, dealer_ids: Collection[int]) -> list[Customer]:
    query = sa.select(*_COLUMNS).where(customers.c.dealer_id.in_(dealer_ids), customers.c.code.is_not(None))
    return [_customer(row) for row in tx.connection.execute(query)]


def load_profiles_of_dealers(tx: ReadTx, dealer_ids: Collection[int]) -> dict[int, CustomerProfile]:
    query = sa.select(customer_profiles).join(customers).where(customers.c.dealer_id.in_(dealer_ids))
    return {row.customer_id: _profile(row) for row in tx.connection.execute(query)}


def owners_of_userids(tx: ReadTx, userids: Sequence[str]) -> dict[str, int]:
    owners: dict[str, int] = {}
    for start in range(0, len(userids), _AT_ONCE):
        query = sa.select(customers.c.userid, customers.c.id)
        wanted = customers.c.userid.in_(userids[start : start + _AT_ONCE])
        owners.update((userid, key) for userid, key in tx.connection.execute(query.where(wanted)) if userid)
    return owners


def update_muted(tx: WriteTx, customer_key: int, muted: Collection[str]) -> Customer:
    update = sa.update(customers).where(customers.c.id == customer_key).values(muted=sorted(muted))
    return _customer(tx.connection.execute(update.returning(*_COLUMNS)).one())


def find_company(tx: ReadTx, column: str, value: object) -> Company | None:
    row = tx.connection.execute(sa.select(companies).where(companies.c[column] == value)).one_or_none()
    return None if row is None else Company(**row._mapping)


def insert_company(tx: WriteTx, values: Mapping[str, object]) -> Company:
    return Company(**tx.connection.execute(sa.insert(companies).values(**values).returning(companies)).one()._mapping)
