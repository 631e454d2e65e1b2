"""SQL of cores."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from partscounter.database import ReadTx, WriteTx
from partscounter.domain.cores.charge import CoreCharge, CoreEntry, CoreTerms, EntryKind, Grade
from partscounter.domain.cores.tables import core_charges, core_entries, core_terms

_INSERT_TERMS: Mapping[str, sqlite.Insert | postgresql.Insert] = {
    "sqlite": sqlite.insert(core_terms),
    "postgresql": postgresql.insert(core_terms),
}


def _charge(row: sa.Row[Any]) -> CoreCharge:
    columns = dict(row._mapping)
    terms = CoreTerms(columns.pop("days_to_return"), columns.pop("partial_percent"))
    return CoreCharge(**columns, terms=terms)


def _entry(row: sa.Row[Any]) -> CoreEntry:
    columns = dict(row._mapping)
    grade = None if columns["grade"] is None else Grade(columns["grade"])
    return CoreEntry(**columns | {"kind": EntryKind(columns["kind"]), "grade": grade})


def insert_charges(tx: WriteTx, charges: Sequence[CoreCharge]) -> None:
    rows = [
        {
            "order_id": charge.order_id,
            "line_number": charge.line_number,
            "dealer_id": charge.dealer_id,
            "customer_id": charge.customer_id,
            "currency": charge.currency,
            "each": charge.each,
            "days_to_return": charge.terms.days_to_return,
            "partial_percent": charge.terms.partial_percent,
        }
        for charge in charges
    ]
    tx.connection.execute(sa.insert(core_charges), rows)


def insert_entry(tx: WriteTx, values: Mapping[str, object]) -> None:
    tx.connection.execute(sa.insert(core_entries).values(**values, entered_at=tx.now, entered_by=tx.actor.name))


def lock_charge(tx: WriteTx, order_id: int, line_number: int) -> CoreCharge | None:
    query = sa.select(core_charges).where(
        core_charges.c.order_id == order_id, core_charges.c.line_number == line_number
    )
    row = tx.connection.execute(query.with_for_update()).one_or_none()
    return None if row is None else _charge(row)


def charges_of_orders(tx: ReadTx, order_ids: Collection[int]) -> list[CoreCharge]:
    query = sa.select(core_charges).where(core_charges.c.order_id.in_(order_ids))
    ordered = query.order_by(core_charges.c.order_id, core_charges.c.line_number)
    return [_charge(row) for row in tx.connection.execute(ordered)]


def charges_of_customer(tx: ReadTx, customer_id: int) -> list[CoreCharge]:
    query = sa.select(core_charges).where(core_charges.c.customer_id == customer_id)
    ordered = query.order_by(core_charges.c.order_id, core_charges.c.line_number)
    return [_charge(row) for row in tx.connection.execute(ordered)]


def outstanding_charges(
    tx: ReadTx, dealers: frozenset[int] | None, customer_id: int | None, before: int | None, limit: int
) -> list[CoreCharge]:
    """Those of the newest `limit` orders that have any, newest first."""
    of_line = (
        core_entries.c.order_id == core_charges.c.order_id,
        core_entries.c.line_number == core_charges.c.line_number,
    )
    units = sa.case(
        (core_entries.c.kind == EntryKind.DEPOSIT.value, core_entries.c.units),
        (core_entries.c.kind == EntryKind.DUE.value, 0),
        else_=-core_entries.c.units,
    )
    left = sa.select(sa.func.sum(units)).where(*of_line).scalar_subquery()
    wanted = [left > 0]
    if dealers is not None:
        wanted.append(core_charges.c.dealer_id.in_(dealers))
    if customer_id is not None:
        wanted.append(core_charges.c.customer_id == customer_id)
    if before is not None:
        wanted.append(core_charges.c.order_id < before)
    newest = (core_charges.c.order_id.desc(), core_charges.c.line_number)
    orders = sa.select(core_charges.c.order_id).where(*wanted).order_by(core_charges.c.order_id.desc()).distinct()
    ids = list(tx.connection.scalars(orders.limit(limit)))
    query = sa.select(core_charges).where(core_charges.c.order_id.in_(ids), left > 0).order_by(*newest)
    return [_charge(row) for row in tx.connection.execute(query)] if ids else []


def entries_of_orders(tx: ReadTx, order_ids: Collection[int]) -> list[CoreEntry]:
    query = sa.select(core_entries).where(core_entries.c.order_id.in_(order_ids)).order_by(core_entries.c.id)
    return [_entry(row) for row in tx.connection.execute(query)]


def lines_with_overdue(tx: ReadTx, day: date) -> list[tuple[int, int]]:
    """Order and line of every ledger in which more units were due before `day` than have come back or been closed."""
    due = sa.case((core_entries.c.due_on < day, core_entries.c.units), else_=0)
    closing = core_entries.c.kind.in_([EntryKind.RETURN.value, EntryKind.OVERDUE.value])
    closed = sa.case((closing, core_entries.c.units), else_=0)
    query = (
        sa.select(core_entries.c.order_id, core_entries.c.line_number)
        .group_by(core_entries.c.order_id, core_entries.c.line_number)
        .having(sa.func.sum(due) > sa.func.sum(closed))
        .order_by(core_entries.c.order_id, core_entries.c.line_number)
    )
    return [(row.order_id, row.line_number) for row in tx.connection.execute(query)]


def find_terms(tx: ReadTx, dealer_id: int) -> CoreTerms | None:
    query = sa.select(core_terms.c.days_to_return, core_terms.c.partial_percent)
    row = tx.connection.execute(query.where(core_terms.c.dealer_id == dealer_id)).one_or_none()
    return None if row is None else CoreTerms(*row)


def put_terms(tx: WriteTx, dealer_id: int, terms: CoreTerms) -> None:
    values = {"days_to_return": terms.days_to_return, "partial_percent": terms.partial_percent}
    insert = _INSERT_TERMS[tx.connection.dialect.name].values(dealer_id=dealer_id, **values)
    tx.connection.execute(insert.on_conflict_do_update(index_elements=["dealer_id"], set_=values))
