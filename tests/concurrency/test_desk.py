"""Two people at the desk with the same order at the same moment: what one decides, the other has not seen."""

from functools import partial

import pytest

from partscounter.database import Database
from partscounter.domain.fulfilment import desk
from partscounter.domain.fulfilment.desk import Step, StepDraft, StepTaken
from partscounter.domain.orders import Quantities, reviews
from partscounter.domain.orders.reviews import NothingToReview, Review, Verdict
from tests.make.at_once import at_once
from tests.make.counter import TESTER, draft_order, make_counter, place, stock_item, stock_of
from tests.make.order_desk import seen_of
from tests.make.sales import kinds_of, order_now

PEOPLE = 6


@pytest.mark.parametrize("is_same_form", [True, False], ids=["one form", "different forms"])
def test_one_step_counts(database: Database, is_same_form: bool) -> None:
    counter = make_counter(database)
    item = stock_item(database, counter)
    order = place(database, draft_order(counter, (item, 9)))
    seen = seen_of(database, order)
    drafts = [StepDraft(order.id, Step.SHIP, seen, {1: 1 if is_same_form else n + 1}) for n in range(PEOPLE)]

    def act(draft: StepDraft) -> StepTaken:
        return database.write(TESTER, lambda tx: desk.take_step(tx, draft))

    results = at_once(*(partial(act, draft) for draft in drafts))

    taken = [each for each in results if isinstance(each, StepTaken) and not each.is_repeat]
    others = [each for each in results if each not in taken]
    assert len(taken) == 1
    assert all(
        each == StepTaken(is_repeat=True) if is_same_form else isinstance(each, desk.OrderChanged) for each in others
    )
    (line,) = order_now(database, order).lines
    shipped = line.quantities.in_transit
    assert line.quantities == Quantities(reserved=9 - shipped, in_transit=shipped)
    assert stock_of(database, item) == (10 - shipped, 9 - shipped)
    assert kinds_of(database, order) == ["order.placed", "tracking.update_taken"]


def test_one_verdict_counts(database: Database) -> None:
    counter = make_counter(database)
    old, new = stock_item(database, counter), stock_item(database, counter, inventory_id="2", part_code="1111111")
    first = place(database, draft_order(counter, (old, 2), uuid="U"))
    second = place(database, draft_order(counter, (new, 1), part_code="1111111", uuid="U"))

    def act(verdict: Verdict) -> Review:
        return database.write(TESTER, lambda tx: reviews.close_review(tx, second.id, verdict))

    results = at_once(*(partial(act, verdict) for verdict in list(Verdict) * 3))

    (closed,) = [each for each in results if isinstance(each, Review)]
    assert sum(isinstance(each, NothingToReview) for each in results) == len(results) - 1
    held = 0 if closed.verdict == Verdict.REPLACES else 2
    assert stock_of(database, old) == (10, held)
    assert order_now(database, first).lines[0].quantities.reserved == held
