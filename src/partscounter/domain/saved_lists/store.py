"""SQL of saved lists."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from partscounter.database import ReadTx, WriteTx
from partscounter.domain.kept_carts import KeptLine
from partscounter.domain.saved_lists.saved_list import SavedList, name_key
from partscounter.domain.saved_lists.tables import saved_list_lines, saved_lists


def lists_of(tx: ReadTx, account_id: int) -> list[SavedList]:
    """By name."""
    query = _lists(account_id).order_by(saved_lists.c.name_key)
    return [SavedList(*row) for row in tx.connection.execute(query)]


def find_list(tx: ReadTx, account_id: int, list_id: int) -> SavedList | None:
    row = tx.connection.execute(_lists(account_id).where(saved_lists.c.id == list_id)).one_or_none()
    return None if row is None else SavedList(*row)


def lines_of(tx: ReadTx, list_id: int) -> list[KeptLine]:
    of = saved_list_lines.c
    query = sa.select(of.id, of.item_id, of.quantity, of.serial_number, of.machine_code)
    return [KeptLine(*row) for row in tx.connection.execute(query.where(of.list_id == list_id).order_by(of.id))]


def insert_list(tx: WriteTx, account_id: int, name: str, lines: Sequence[KeptLine]) -> int:
    values = {"account_id": account_id, "name": name, "name_key": name_key(name), "used_at": tx.now}
    made = sa.insert(saved_lists).values(**values).returning(saved_lists.c.id)
    list_id = int(tx.connection.execute(made).scalar_one())
    rows = [
        {
            "list_id": list_id,
            "item_id": line.item_id,
            "serial_number": line.serial_number,
            "machine_code": line.machine_code,
            "quantity": line.quantity,
        }
        for line in lines
    ]
    tx.connection.execute(sa.insert(saved_list_lines), rows)
    return list_id


def set_name(tx: WriteTx, list_id: int, name: str) -> None:
    change = sa.update(saved_lists).where(saved_lists.c.id == list_id)
    tx.connection.execute(change.values(name=name, name_key=name_key(name)))


def set_used(tx: WriteTx, list_id: int) -> None:
    tx.connection.execute(sa.update(saved_lists).where(saved_lists.c.id == list_id).values(used_at=tx.now))


def delete_list(tx: WriteTx, list_id: int) -> None:
    tx.connection.execute(sa.delete(saved_list_lines).where(saved_list_lines.c.list_id == list_id))
    tx.connection.execute(sa.delete(saved_lists).where(saved_lists.c.id == list_id))


def _lists(account_id: int) -> sa.Select[Any]:
    of = saved_lists.c
    lines = sa.select(sa.func.count()).where(saved_list_lines.c.list_id == of.id).scalar_subquery()
    return sa.select(of.id, of.name, lines, of.used_at).where(of.account_id == account_id)
