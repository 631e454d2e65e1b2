"""Orders with core charges to test with."""

from dataclasses import replace
from decimal import Decimal
from functools import partial

from partscounter.database import Database
from partscounter.domain import cores
from partscounter.domain.cores import CoreBalance, CoreTerms, Grade
from partscounter.domain.orders import Order
from tests.make.counter import TESTER, Counter, draft_order, place


def set_terms(database: Database, counter: Counter, days: int | None = 30, percent: str = "33.33") -> None:
    terms = CoreTerms(days, Decimal(percent))
    database.write(TESTER, lambda tx: cores.set_core_terms(tx, counter.dealer.id, terms))


def place_with_core(
    database: Database, counter: Counter, item: int | None, units: int = 4, *, core: str = "50.05", uuid: str = ""
) -> Order:
    """One line of `units` with a core charge each."""
    draft = draft_order(counter, (item, units), uuid=uuid)
    line = replace(draft.lines[0], price=draft.lines[0].price._replace(core=Decimal(core)))
    return place(database, replace(draft, lines=(line,)))


def bring(database: Database, order: Order, units: int, grade: Grade, line: int = 1) -> CoreBalance:
    """The ledger once cores came back."""
    verb = partial(cores.return_core, order_id=order.id, line_number=line, units=units, grade=grade)
    return database.write(TESTER, verb)


def ledger(database: Database, order: Order, line: int = 1) -> CoreBalance:
    with database.read() as tx:
        return cores.load_balances(tx, [order.id])[(order.id, line)]
