"""Credentials for tests, with secrets that are hashed once for the whole run, and the dealers they refer to."""

import functools
from collections.abc import Iterable, Mapping

import sqlalchemy as sa

from partscounter.database import Database, WriteTx
from partscounter.database.tables import events
from partscounter.domain import access
from partscounter.domain.dealers.tables import dealers
from partscounter.kit.actor import Actor

OPERATOR = Actor(name="operator", door="test")
SECRET = "td00-demo-secret"
OTHER_SECRET = "another-secret"


@functools.cache
def make_secret(plain: str = SECRET) -> access.NewSecret:
    return access.new_secret(plain)


def make_dealers(database: Database, *dealer_ids: int) -> None:
    """Dealers under exactly these ids, which registering them would not promise."""

    def insert(tx: WriteTx) -> None:
        rows = [{"id": dealer_id, "name": f"Dealer {dealer_id}"} for dealer_id in dealer_ids]
        tx.connection.execute(sa.insert(dealers), rows)

    database.write(OPERATOR, insert)


def make_credential(
    database: Database,
    *,
    product: access.Product = access.Product.CAT,
    name: str = "td00-demo",
    secret: str = SECRET,
    dealer_ids: Iterable[int] = (),
    all_dealers: bool = False,
    scopes: Iterable[str] = (),
    options: Mapping[str, access.OptionValue] | None = None,
    requests_per_minute: int | None = None,
) -> access.Credential:
    hashed = make_secret(secret)
    return database.write(
        OPERATOR,
        lambda tx: access.create_credential(
            tx,
            product=product,
            name=name,
            secret=hashed,
            dealer_ids=dealer_ids,
            all_dealers=all_dealers,
            scopes=scopes,
            options=options or {},
            requests_per_minute=requests_per_minute,
        ),
    )


def read_credential(database: Database, credential_id: int) -> access.Credential:
    with database.read() as tx:
        return access.get_credential(tx, credential_id)


def emitted(database: Database) -> list[tuple[str, str, Mapping[str, object]]]:
    """Kind, subject and data of every event in the log, in order."""
    with database.read() as tx:
        rows = tx.connection.execute(sa.select(events.c.kind, events.c.subject, events.c.data).order_by(events.c.id))
        return [(row.kind, row.subject, row.data) for row in rows]
