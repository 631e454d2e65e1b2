"""What waits at the desk."""

from dataclasses import replace
from datetime import timedelta

import pytest

from partscounter.database import Database
from partscounter.domain.fulfilment import desk
from partscounter.domain.fulfilment.desk import Step, StepDraft
from partscounter.domain.orders import Channel, Contact, Order, Terms, queue
from partscounter.domain.orders.queue import QueueFilter, Work, store
from partscounter.kit.clock import FixedClock
from tests.make.counter import TESTER, Counter, draft_order, make_counter, place, stock_item
from tests.make.fulfilment import make_update, take
from tests.make.order_desk import seen_of
from tests.make.sales import add_approver


def found(database: Database, wanted: QueueFilter, **how: object) -> list[int]:
    with database.read() as tx:
        return [order.id for order in queue.list_queue(tx, wanted, **how)]  # type: ignore[arg-type]  # keywords of any type


def do(database: Database, order: Order, step: Step, units: int) -> None:
    draft = StepDraft(order.id, step, seen_of(database, order), {1: units})
    database.write(TESTER, lambda tx: desk.take_step(tx, draft))


@pytest.fixture
def counter(database: Database) -> Counter:
    return make_counter(database)


def test_each_kind_of_work_is_found_and_counted(database: Database, counter: Counter) -> None:
    item = stock_item(database, counter, quantity=20)
    kept = {name: place(database, draft_order(counter, (item, 2))) for name in ("pick", "pack", "go", "hold", "done")}
    short = place(database, draft_order(counter, (stock_item(database, counter, inventory_id="2", quantity=0), 1)))
    do(database, kept["pack"], Step.PACK, 2)
    do(database, kept["go"], Step.SHIP, 2)
    do(database, kept["done"], Step.DELIVER, 2)
    take(database, make_update(kept["hold"], "OH", ("S7654321", 2)))
    add_approver(database, counter, at_least="1")
    asked = place(database, draft_order(counter, (item, 2)))

    id_of = {name: order.id for name, order in kept.items()}
    expected = {
        Work.OPEN: [asked.id, short.id, id_of["hold"], id_of["pack"], id_of["pick"]],
        Work.TO_PICK: [asked.id, id_of["hold"], id_of["pick"]],
        Work.TO_SHIP: [id_of["pack"]],
        Work.BACK_ORDERED: [short.id],
        Work.APPROVAL: [asked.id],
        Work.ON_HOLD: [id_of["hold"]],
        Work.IN_TRANSIT: [id_of["go"]],
        Work.REVIEW: [],
        Work.DELIVERED: [id_of["done"]],
        Work.CLOSED: [id_of["done"], id_of["go"]],
        Work.ALL: [asked.id, short.id, *sorted(id_of.values(), reverse=True)],
    }
    assert {work: found(database, QueueFilter(work=work)) for work in Work} == expected
    with database.read() as tx:
        counts = queue.count_works(tx, frozenset({counter.dealer.id}))
        foreign = queue.count_works(tx, frozenset({counter.dealer.id + 1}))
    uncounted = {Work.DELIVERED, Work.CLOSED, Work.ALL}
    assert counts == {work: len(ids) for work, ids in expected.items() if work not in uncounted}
    assert set(foreign.values()) == {0}


def test_a_page_follows_the_one_before(database: Database, counter: Counter) -> None:
    first, second, third = (place(database, draft_order(counter, (None, 1))) for _ in range(3))

    assert found(database, QueueFilter(), limit=2) == [third.id, second.id]
    assert found(database, QueueFilter(), after=second.id, limit=2) == [first.id]
    assert found(database, QueueFilter(), oldest_first=True, after=first.id) == [second.id, third.id]


@pytest.mark.parametrize(
    ("text", "finds"),
    [
        *((text, True) for text in ("po-4711", "BEA", "digger", "buyer@", "654321", "6385-")),
        *((text, False) for text in ("4712", "%", "_")),
    ],
)
def test_words_are_looked_for_in_what_people_quote(
    database: Database, counter: Counter, text: str, *, finds: bool
) -> None:
    contact = Contact(name="Bea Buyer", email="buyer@customer.example", company="Digger & Sons")
    draft = replace(draft_order(counter, (None, 1)), contact=contact, terms=Terms(reference="PO-4711"))
    order = place(database, draft)

    assert found(database, QueueFilter(text=text)) == ([order.id] if finds else [])


def test_the_other_filters_narrow(database: Database, counter: Counter, clock: FixedClock) -> None:
    old = place(database, draft_order(counter, (None, 1)))
    clock.advance(timedelta(days=5))
    new = place(database, replace(draft_order(counter, (None, 1)), channel=Channel.WEB, customer_id=None))

    assert found(database, QueueFilter(older_than_days=3)) == [old.id]
    assert found(database, QueueFilter(newer_than_days=3)) == [new.id]
    assert found(database, QueueFilter(channel=Channel.WEB)) == [new.id]
    assert found(database, QueueFilter(customer_id=counter.customer.id)) == [old.id]
    assert found(database, QueueFilter(store_id=counter.store.id + 1)) == []
    assert found(database, QueueFilter(dealers=frozenset())) == []
    with database.read() as tx:
        assert queue.count_ages(tx, None) == [(0, 1, 1), (1, 3, 0), (3, 7, 1), (7, None, 0)]


def test_old_orders_that_are_closed_answer_to_their_number_and_their_customer(
    database: Database, counter: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "READ_THROUGH", 1)
    terms = Terms(reference="PO-4711")
    old = place(database, replace(draft_order(counter, (None, 1)), terms=terms))
    still_open = place(database, replace(draft_order(counter, (None, 1)), terms=terms))
    do(database, old, Step.DELIVER, 1)
    place(database, replace(draft_order(counter, (None, 1)), customer_id=None))

    texts = (old.number.lower(), old.number[:-1], "po-4711", "buyer")
    found_by = {text: found(database, QueueFilter(work=Work.ALL, text=text)) for text in texts}
    closed = found(database, QueueFilter(work=Work.CLOSED, text="po-4711"))

    assert old.id in found_by[old.number.lower()]
    assert old.id not in found_by[old.number[:-1]]
    assert found_by["po-4711"] == [still_open.id]
    assert old.id in found_by["buyer"]
    assert closed == []
