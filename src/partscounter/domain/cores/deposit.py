"""The beginning of a ledger: a deposit with the order, its due day with the shipment."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from partscounter.database import WriteTx
from partscounter.domain.cores import store as sql
from partscounter.domain.cores.charge import CoreCharge, EntryKind
from partscounter.domain.cores.enter import enter


def open_deposits(tx: WriteTx, charges: Sequence[CoreCharge], units: Mapping[int, int]) -> None:
    """Open a ledger for each charge, with a deposit for its `units`, by line number."""
    sql.insert_charges(tx, charges)
    for charge in charges:
        enter(tx, charge, EntryKind.DEPOSIT, units[charge.line_number])


def note_moves(tx: WriteTx, order_id: int, shipped: Mapping[int, int], cancelled: Mapping[int, int]) -> None:
    """Units of lines with a core charge were shipped or cancelled, by line number.

    A line without a ledger, of an order that is older than the ledgers, is left alone. The caller holds the order.
    """
    for number in sorted(shipped.keys() | cancelled.keys()):
        charge = sql.lock_charge(tx, order_id, number)
        if charge is None:
            continue
        if cancelled.get(number):
            enter(tx, charge, EntryKind.CANCELLED, cancelled[number])
        if shipped.get(number):
            enter(tx, charge, EntryKind.DUE, shipped[number], due_on=_due_on(charge, tx.now.date()))


def _due_on(charge: CoreCharge, shipped_on: date) -> date | None:
    days = charge.terms.days_to_return
    return None if days is None else shipped_on + timedelta(days=days)
