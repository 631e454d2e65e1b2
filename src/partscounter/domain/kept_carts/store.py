"""SQL of kept carts."""

from collections.abc import Collection, Mapping
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from partscounter.database import ReadTx, WriteTx
from partscounter.domain.kept_carts.line import KeptLine
from partscounter.domain.kept_carts.tables import kept_cart_lines, kept_carts


def hold_cart(tx: WriteTx, owner: str) -> int:
    """The owner's cart, made if there is none, and held until the transaction ends."""
    made = _insert(tx, kept_carts).values(owner=owner, changed_at=tx.now)
    # The update holds the row also where it was there: two changes of one cart come one after the other.
    made = made.on_conflict_do_update(index_elements=["owner"], set_={"changed_at": tx.now})
    return int(tx.connection.execute(made.returning(kept_carts.c.id)).scalar_one())


def find_cart(tx: WriteTx, owner: str) -> int | None:
    """The owner's cart, held until the transaction ends."""
    query = sa.select(kept_carts.c.id).where(kept_carts.c.owner == owner)
    return tx.connection.scalar(query.with_for_update())


def change_owner(tx: WriteTx, cart_id: int, owner: str) -> None:
    tx.connection.execute(sa.update(kept_carts).where(kept_carts.c.id == cart_id).values(owner=owner))


def lines_of(tx: ReadTx, owner: str) -> list[KeptLine]:
    of = kept_cart_lines.c
    query = sa.select(of.id, of.item_id, of.quantity, of.serial_number, of.machine_code).join(kept_carts)
    return [KeptLine(*row) for row in tx.connection.execute(query.where(kept_carts.c.owner == owner).order_by(of.id))]


def count_lines(tx: ReadTx, owner: str) -> int:
    query = sa.select(sa.func.count()).select_from(kept_cart_lines).join(kept_carts)
    return tx.connection.scalar(query.where(kept_carts.c.owner == owner)) or 0


def put_line(tx: WriteTx, cart_id: int, line: KeptLine) -> None:
    """A new line if its id is 0."""
    if line.id:
        change = sa.update(kept_cart_lines).where(kept_cart_lines.c.id == line.id, kept_cart_lines.c.cart_id == cart_id)
        tx.connection.execute(change.values(quantity=line.quantity))
        return
    row = {
        "item_id": line.item_id,
        "serial_number": line.serial_number,
        "machine_code": line.machine_code,
        "quantity": line.quantity,
    }
    tx.connection.execute(sa.insert(kept_cart_lines).values(cart_id=cart_id, **row))


def delete_lines(tx: WriteTx, cart_id: int, line_ids: Collection[int]) -> None:
    of = kept_cart_lines.c
    tx.connection.execute(sa.delete(kept_cart_lines).where(of.cart_id == cart_id, of.id.in_(line_ids)))


def delete_carts(tx: WriteTx, cart_ids: Collection[int]) -> None:
    tx.connection.execute(sa.delete(kept_cart_lines).where(kept_cart_lines.c.cart_id.in_(cart_ids)))
    tx.connection.execute(sa.delete(kept_carts).where(kept_carts.c.id.in_(cart_ids)))


def forgotten_carts(tx: WriteTx, before: datetime, limit: int) -> list[int]:
    """Carts of visitors that nobody has touched since; those that somebody holds are passed over."""
    query = sa.select(kept_carts.c.id).where(kept_carts.c.changed_at < before, kept_carts.c.owner.startswith("visit:"))
    query = query.order_by(kept_carts.c.changed_at).limit(limit).with_for_update(skip_locked=True)
    return list(tx.connection.scalars(query))


_INSERTS: Mapping[str, type[sqlite.Insert | postgresql.Insert]] = {
    "sqlite": sqlite.Insert,
    "postgresql": postgresql.Insert,
}


def _insert(tx: WriteTx, table: sa.Table) -> sqlite.Insert | postgresql.Insert:
    return _INSERTS[tx.connection.dialect.name](table)
