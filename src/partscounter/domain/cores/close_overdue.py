"""Closing what has not come back in time."""

from partscounter.database import WriteTx
from partscounter.domain.cores import store as sql
from partscounter.domain.cores.balance import CoreBalance, balance_of
from partscounter.domain.cores.charge import EntryKind
from partscounter.domain.cores.enter import enter


def close_overdue(tx: WriteTx, dealers: frozenset[int] | None = None) -> list[CoreBalance]:
    """Keep the deposits of all cores that were due before today (UTC); the ledgers that changed, as they are now.

    Those of these dealers; None is all.
    """
    changed = []
    for order_id, line_number in sql.lines_with_overdue(tx, tx.now.date()):
        charge = sql.lock_charge(tx, order_id, line_number)
        if charge is None or (dealers is not None and charge.dealer_id not in dealers):
            continue
        units = balance_of(charge, sql.entries_of_orders(tx, [order_id])).due_on(tx.now.date())
        if units:
            enter(tx, charge, EntryKind.OVERDUE, units, kept=charge.each * units)
            changed.append(balance_of(charge, sql.entries_of_orders(tx, [order_id])))
    return changed
