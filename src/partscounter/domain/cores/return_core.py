"""Taking an old part back, and crediting its deposit by its grade."""

from partscounter.database import WriteTx
from partscounter.domain.cores import store as sql
from partscounter.domain.cores.balance import CoreBalance, balance_of
from partscounter.domain.cores.charge import EntryKind, Grade
from partscounter.domain.cores.enter import enter
from partscounter.domain.cores.errors import InvalidCore, TooManyCores, UnknownCore
from partscounter.kit.refusal import Violation


def return_core(
    tx: WriteTx, order_id: int, line_number: int, units: int, grade: Grade, *, note: str = ""
) -> CoreBalance:
    """The ledger afterwards; what is not credited is kept.

    Refuses with UnknownCore, InvalidCore, and TooManyCores where fewer are outstanding. The charge is held first: of
    two returns of the last core at the same moment one counts.
    """
    charge = sql.lock_charge(tx, order_id, line_number)
    if charge is None:
        raise UnknownCore(f"Line {line_number} of order {order_id} bears no core charge.")
    if units < 1:
        raise InvalidCore("Nothing came back.", (Violation("units", "must be at least 1", units),))
    before = balance_of(charge, sql.entries_of_orders(tx, [order_id]))
    if units > before.outstanding_units:
        raise TooManyCores(f"Only {before.outstanding_units} cores of the line are outstanding.")
    credit = charge.credit_for(units, grade)
    kept = charge.each * units - credit
    enter(tx, charge, EntryKind.RETURN, units, credit=credit, kept=kept, grade=grade, note=note)
    return balance_of(charge, sql.entries_of_orders(tx, [order_id]))
