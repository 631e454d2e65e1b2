"""What a dealer grants for cores."""

from decimal import Decimal

from partscounter.database import ReadTx, WriteTx
from partscounter.domain.cores import store as sql
from partscounter.domain.cores.charge import CoreTerms
from partscounter.domain.cores.errors import InvalidCore
from partscounter.domain.cores.events import CoreTermsSet
from partscounter.kit.refusal import Violation

_LONGEST = 3650


def get_core_terms(tx: ReadTx, dealer_id: int) -> CoreTerms:
    """The dealer's terms; where none were set, there is no due day, and a core of grade partial brings half."""
    return sql.find_terms(tx, dealer_id) or CoreTerms()


def set_core_terms(tx: WriteTx, dealer_id: int, terms: CoreTerms) -> None:
    """Have `terms` count for orders that are placed from now on. Refuses with InvalidCore."""
    wrong: list[Violation] = []
    if terms.days_to_return is not None and not 1 <= terms.days_to_return <= _LONGEST:
        wrong.append(Violation("days_to_return", f"must be from 1 to {_LONGEST}", terms.days_to_return))
    if not Decimal(0) <= terms.partial_percent <= Decimal(100):
        wrong.append(Violation("partial_percent", "must be from 0 to 100", terms.partial_percent))
    if wrong:
        raise InvalidCore("Such terms cannot be.", tuple(wrong))
    sql.put_terms(tx, dealer_id, terms)
    tx.emit(CoreTermsSet(dealer_id, terms))
