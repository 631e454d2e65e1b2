"""The ledger of cores: deposit, due day, return by grade, and what is overdue; it balances to the cent."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from partscounter.database import Database
from partscounter.domain import cores, fulfilment
from partscounter.domain.cores import CoreBalance, Grade, InvalidCore, TooManyCores, UnknownCore
from partscounter.kit.clock import FixedClock
from tests.make.cores import bring, ledger, place_with_core, set_terms
from tests.make.counter import TESTER, Counter, draft_order, make_counter, place, stock_item
from tests.make.fulfilment import make_update, take
from tests.make.sales import kinds_of


@pytest.fixture
def counter(database: Database) -> Counter:
    made = make_counter(database)
    set_terms(database, made)
    return made


def entries(balance: CoreBalance) -> list[tuple[str, int]]:
    return [(entry.kind.value, entry.units) for entry in balance.entries]


def amounts(balance: CoreBalance) -> tuple[str, str, str, str]:
    """Deposited, credited, kept and outstanding."""
    assert balance.deposited == balance.credited + balance.kept + balance.outstanding
    return str(balance.deposited), str(balance.credited), str(balance.kept), str(balance.outstanding)


def test_each_line_with_a_core_opens_a_deposit(database: Database, counter: Counter) -> None:
    order = place_with_core(database, counter, None)

    found = ledger(database, order)

    assert entries(found) == [("deposit", 4)]
    assert amounts(found) == ("200.20", "0.00", "0.00", "200.20")
    assert kinds_of(database, order) == ["order.placed", "core.entered"]
    with database.read() as tx:
        assert cores.list_balances(tx, counter.customer.id) == [found]
        assert cores.load_balances(tx, [place(database, draft_order(counter, (None, 1))).id]) == {}


def test_the_due_day_counts_from_the_shipment(database: Database, counter: Counter, clock: FixedClock) -> None:
    order = place_with_core(database, counter, stock_item(database, counter))
    take(database, make_update(order, "PS", ("7654321", 3)))
    take(database, make_update(order, "DL", ("7654321", 3)))
    take(database, make_update(order, "OC", ("7654321", 1)))

    found = ledger(database, order)

    due = clock.now().date() + timedelta(days=30)
    assert entries(found) == [("deposit", 4), ("due", 3), ("cancelled", 1)]
    assert found.entries[1].due_on == due
    assert (found.due_on(due), found.due_on(due + timedelta(days=1))) == (0, 3)
    assert amounts(found) == ("150.15", "0.00", "0.00", "150.15")


def test_nothing_is_outstanding_of_units_that_were_cancelled_after_their_cores_had_come(
    database: Database, counter: Counter
) -> None:
    order = place_with_core(database, counter, stock_item(database, counter))
    bring(database, order, 2, Grade.FULL)
    take(database, make_update(order, "OC", ("7654321", 4)))

    found = ledger(database, order)

    assert entries(found) == [("deposit", 4), ("return", 2), ("cancelled", 4)]
    assert (found.outstanding_units, str(found.outstanding)) == (0, "0.00")
    assert (str(found.deposited), str(found.credited)) == ("0.00", "100.10")
    with pytest.raises(TooManyCores):
        bring(database, order, 1, Grade.FULL)
    with database.read() as tx:
        assert cores.list_outstanding(tx) == []
    assert ledger(database, order) == found


@pytest.mark.parametrize(
    ("grade", "credited", "kept"),
    [(Grade.FULL, "100.10", "0.00"), (Grade.PARTIAL, "33.36", "66.74"), (Grade.NONE, "0.00", "100.10")],
)
def test_a_return_is_credited_by_its_grade(
    database: Database, counter: Counter, grade: Grade, credited: str, kept: str
) -> None:
    order = place_with_core(database, counter, None)

    found = bring(database, order, 2, grade)

    assert found == ledger(database, order)
    assert amounts(found) == ("200.20", credited, kept, "100.10")
    assert found.entries[-1].grade is grade


def test_a_core_comes_back_once(database: Database, counter: Counter) -> None:
    order = place_with_core(database, counter, None)
    bring(database, order, 3, Grade.FULL)

    with pytest.raises(TooManyCores):
        bring(database, order, 2, Grade.FULL)
    with pytest.raises(InvalidCore):
        bring(database, order, 0, Grade.FULL)
    with pytest.raises(UnknownCore):
        bring(database, order, 1, Grade.FULL, line=2)

    assert entries(ledger(database, order)) == [("deposit", 4), ("return", 3)]


def test_what_is_overdue_is_kept_once(database: Database, counter: Counter, clock: FixedClock) -> None:
    order = place_with_core(database, counter, stock_item(database, counter))
    take(database, make_update(order, "PS", ("7654321", 3)))
    bring(database, order, 1, Grade.FULL)
    clock.advance(timedelta(days=30))
    assert database.write(TESTER, cores.close_overdue) == []

    clock.advance(timedelta(days=1))
    (closed,) = database.write(TESTER, cores.close_overdue)

    assert entries(closed) == [("deposit", 4), ("due", 3), ("return", 1), ("overdue", 2)]
    assert amounts(closed) == ("200.20", "50.05", "100.10", "50.05")
    assert database.write(TESTER, cores.close_overdue) == []


def test_without_terms_nothing_is_ever_due(database: Database, clock: FixedClock) -> None:
    order = place_with_core(database, make_counter(database), None)
    take(database, make_update(order, "PS", ("7654321", 4)))
    clock.advance(timedelta(days=5000))

    assert database.write(TESTER, cores.close_overdue) == []
    assert ledger(database, order).due_on(date.max) == 0


def test_an_order_keeps_the_terms_of_its_day(database: Database, counter: Counter) -> None:
    order = place_with_core(database, counter, None)
    set_terms(database, counter, days=None, percent="0")

    assert bring(database, order, 1, Grade.PARTIAL).credited == Decimal("16.68")


def test_what_was_replaced_owes_nothing(database: Database, counter: Counter) -> None:
    first = place_with_core(database, counter, None, uuid="ONE")
    second = place_with_core(database, counter, None, uuid="ONE")

    assert ledger(database, first).outstanding_units == 0
    assert ledger(database, second).outstanding_units == 4
    with database.read() as tx:
        assert list(fulfilment.find_differences(tx)) == []


@pytest.mark.parametrize(("days", "percent"), [(0, "50"), (3651, "50"), (30, "100.01"), (30, "-1")])
def test_terms_that_cannot_be_are_refused(database: Database, counter: Counter, days: int | None, percent: str) -> None:
    with pytest.raises(InvalidCore):
        set_terms(database, counter, days, percent)
    with database.read() as tx:
        assert cores.get_core_terms(tx, counter.dealer.id).days_to_return == 30


def test_lists_what_may_still_come_back_the_newest_orders_first(database: Database, counter: Counter) -> None:
    other = make_counter(database, code="TD01", vendor_id="101")
    first, second, third = (place_with_core(database, counter, None) for _ in range(3))
    foreign = place_with_core(database, other, None)
    for order in (first, third):
        take(database, make_update(order, "FS", ("S7654321", 4)))
    bring(database, third, 4, Grade.NONE)
    take(database, make_update(second, "OC", ("S7654321", 3)))

    def listed(**wanted: object) -> list[tuple[int, int]]:
        with database.read() as tx:
            found = cores.list_outstanding(tx, **wanted)  # type: ignore[arg-type]  # keywords of any type
        return [(each.charge.order_id, each.outstanding_units) for each in found]

    assert listed() == [(foreign.id, 4), (second.id, 1), (first.id, 4)]
    assert listed(dealers=frozenset({counter.dealer.id})) == [(second.id, 1), (first.id, 4)]
    assert listed(dealers=frozenset()) == []
    assert listed(customer_id=other.customer.id) == [(foreign.id, 4)]
    assert listed(before=second.id) == [(first.id, 4)]
    assert listed(limit=1) == [(foreign.id, 4)]


def test_closes_what_is_overdue_of_some_dealers_alone(database: Database, counter: Counter, clock: FixedClock) -> None:
    other = make_counter(database, code="TD01", vendor_id="101")
    set_terms(database, other)
    own, foreign = place_with_core(database, counter, None), place_with_core(database, other, None)
    for order in (own, foreign):
        take(database, make_update(order, "FS", ("S7654321", 4)))
    clock.advance(timedelta(days=31))

    closed = database.write(TESTER, lambda tx: cores.close_overdue(tx, frozenset({counter.dealer.id})))

    assert [each.charge.order_id for each in closed] == [own.id]
    assert [ledger(database, order).outstanding_units for order in (own, foreign)] == [0, 4]
