"""What a dealer grants for goods that come back."""

from decimal import Decimal

from partscounter.database import ReadTx, WriteTx
from partscounter.domain.returns import store as sql
from partscounter.domain.returns.errors import InvalidReturn
from partscounter.domain.returns.events import ReturnTermsSet
from partscounter.domain.returns.goods_return import ReturnTerms
from partscounter.kit.refusal import Violation

_LONGEST = 3650


def get_return_terms(tx: ReadTx, dealer_id: int) -> ReturnTerms:
    """The dealer's terms; where none were set, only the dealer itself can begin a return."""
    return sql.find_terms(tx, dealer_id) or ReturnTerms()


def set_return_terms(tx: WriteTx, dealer_id: int, terms: ReturnTerms) -> None:
    """Have `terms` count from now on. Refuses with InvalidReturn."""
    wrong: list[Violation] = []
    if terms.days_to_return is not None and not 1 <= terms.days_to_return <= _LONGEST:
        wrong.append(Violation("days_to_return", f"must be from 1 to {_LONGEST}", terms.days_to_return))
    if not Decimal(0) <= terms.restocking_percent <= Decimal(100):
        wrong.append(Violation("restocking_percent", "must be from 0 to 100", terms.restocking_percent))
    if wrong:
        raise InvalidReturn("Such terms cannot be.", tuple(wrong))
    sql.put_terms(tx, dealer_id, terms)
    tx.emit(ReturnTermsSet(dealer_id, terms))
