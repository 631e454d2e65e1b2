"""SQL of accounts."""

from collections.abc import Collection, Mapping
from datetime import datetime

import sqlalchemy as sa

from partscounter.database import ReadTx, WriteTx
from partscounter.domain.accounts.account import Account, Role
from partscounter.domain.accounts.account_search import AccountSearch
from partscounter.domain.accounts.session import Session
from partscounter.domain.accounts.tables import account_dealers, accounts, sessions, sign_in_failures


def _account(row: sa.RowMapping, dealer_ids: Collection[int]) -> Account:
    columns = {column.name: row[column] for column in accounts.c}
    return Account(**columns | {"role": Role(columns["role"]), "dealer_ids": frozenset(dealer_ids)})


def _dealers_of(tx: ReadTx, account_ids: Collection[int]) -> dict[int, set[int]]:
    found: dict[int, set[int]] = {account_id: set() for account_id in account_ids}
    query = sa.select(account_dealers).where(account_dealers.c.account_id.in_(account_ids))
    for row in tx.connection.execute(query):
        found[row.account_id].add(row.dealer_id)
    return found


def find(tx: ReadTx, column: str, value: object, *, lock: bool = False) -> Account | None:
    query = sa.select(accounts).where(accounts.c[column] == value).order_by(accounts.c.id).limit(1)
    row = tx.connection.execute(query.with_for_update() if lock else query).one_or_none()
    if row is None:
        return None
    return _account(row._mapping, _dealers_of(tx, [row.id])[row.id])


def load_all(tx: ReadTx, customer_id: int | None = None) -> list[Account]:
    """All, or those of one customer."""
    query = sa.select(accounts).order_by(accounts.c.email)
    if customer_id is not None:
        query = query.where(accounts.c.customer_id == customer_id)
    rows = tx.connection.execute(query).all()
    dealers = _dealers_of(tx, [row.id for row in rows])
    return [_account(row._mapping, dealers[row.id]) for row in rows]


def search(tx: ReadTx, wanted: AccountSearch, after: str, limit: int) -> list[Account]:
    roles = [role.value for role in wanted.roles]
    query = sa.select(accounts).where(accounts.c.role.in_(roles), accounts.c.email > after)
    if wanted.text:
        in_name = accounts.c.name.icontains(wanted.text, autoescape=True)
        query = query.where(in_name | accounts.c.email.icontains(wanted.text, autoescape=True))
    if wanted.enabled is not None:
        query = query.where(accounts.c.enabled.is_(wanted.enabled))
    of_dealers = sa.select(account_dealers.c.account_id)
    if wanted.dealer_id is not None:
        query = query.where(accounts.c.id.in_(of_dealers.where(account_dealers.c.dealer_id == wanted.dealer_id)))
    if wanted.only_of is not None:
        own = of_dealers.where(account_dealers.c.dealer_id.in_(wanted.only_of))
        foreign = of_dealers.where(account_dealers.c.dealer_id.not_in(wanted.only_of))
        query = query.where(accounts.c.id.in_(own), accounts.c.id.not_in(foreign))
    rows = tx.connection.execute(query.order_by(accounts.c.email).limit(limit)).all()
    dealers = _dealers_of(tx, [row.id for row in rows])
    return [_account(row._mapping, dealers[row.id]) for row in rows]


def lock_operators(tx: WriteTx) -> list[Account]:
    """Those that are enabled, held in the order of their ids."""
    is_one = (accounts.c.role == Role.OPERATOR.value, accounts.c.enabled)
    query = sa.select(accounts).where(*is_one).order_by(accounts.c.id).with_for_update()
    return [_account(row._mapping, ()) for row in tx.connection.execute(query).all()]


def insert(tx: WriteTx, values: Mapping[str, object]) -> int | None:
    """None where somebody has the mail address already, also when another process was first."""
    query = sa.insert(accounts).values(**values).returning(accounts.c.id)
    try:
        # In a savepoint, so that on PostgreSQL the transaction can go on.
        with tx.connection.begin_nested():
            return int(tx.connection.execute(query).scalar_one())
    except sa.exc.IntegrityError:
        return None


def update(tx: WriteTx, account_id: int, values: Mapping[str, object]) -> None:
    tx.connection.execute(sa.update(accounts).where(accounts.c.id == account_id).values(**values))


def replace_dealers(tx: WriteTx, account_id: int, dealer_ids: Collection[int]) -> None:
    tx.connection.execute(sa.delete(account_dealers).where(account_dealers.c.account_id == account_id))
    if dealer_ids:
        rows = [{"account_id": account_id, "dealer_id": dealer_id} for dealer_id in sorted(dealer_ids)]
        tx.connection.execute(sa.insert(account_dealers), rows)


def insert_session(tx: WriteTx, values: Mapping[str, object]) -> int:
    query = sa.insert(sessions).values(**values).returning(sessions.c.id)
    return int(tx.connection.execute(query).scalar_one())


def find_sessions(tx: ReadTx, *, column: str, value: object) -> list[Session]:
    """Those that have not expired, of accounts that are enabled."""
    query = (
        sa.select(sessions, accounts)
        .join_from(sessions, accounts)
        .where(sessions.c[column] == value, sessions.c.expires_at > tx.now, accounts.c.enabled)
        .order_by(sessions.c.id)
    )
    rows = tx.connection.execute(query).all()
    dealers = _dealers_of(tx, {row._mapping[accounts.c.id] for row in rows}) if rows else {}
    return [_session(row._mapping, dealers) for row in rows]


def _session(row: sa.RowMapping, dealers: Mapping[int, Collection[int]]) -> Session:
    return Session(
        id=row[sessions.c.id],
        account=_account(row, dealers[row[accounts.c.id]]),
        started_at=row[sessions.c.started_at],
        expires_at=row[sessions.c.expires_at],
        confirmed=row[sessions.c.confirmed],
        address=row[sessions.c.address],
        browser=row[sessions.c.browser],
    )


def confirm_session(tx: WriteTx, session_id: int) -> None:
    tx.connection.execute(sa.update(sessions).where(sessions.c.id == session_id).values(confirmed=True))


def delete_sessions(tx: WriteTx, *, column: str, value: object, but: int | None = None) -> int:
    """How many there were."""
    query = sa.delete(sessions).where(sessions.c[column] == value)
    if but is not None:
        query = query.where(sessions.c.id != but)
    return tx.connection.execute(query).rowcount


def failures(tx: ReadTx, key: str, since: datetime) -> list[datetime]:
    query = (
        sa.select(sign_in_failures.c.failed_at)
        .where(sign_in_failures.c.key == key, sign_in_failures.c.failed_at > since)
        .order_by(sign_in_failures.c.failed_at)
    )
    return list(tx.connection.scalars(query))


def add_failure(tx: WriteTx, keys: Collection[str], older_than: datetime) -> None:
    """Note one for each key, and forget what no longer counts."""
    tx.connection.execute(sa.delete(sign_in_failures).where(sign_in_failures.c.failed_at <= older_than))
    tx.connection.execute(sa.insert(sign_in_failures), [{"key": key, "failed_at": tx.now} for key in keys])


def forget_failures(tx: WriteTx, key: str) -> None:
    tx.connection.execute(sa.delete(sign_in_failures).where(sign_in_failures.c.key == key))
