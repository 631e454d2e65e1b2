"""Sales documents at the same moment: adjusted while they are rejected, and who agrees to them and to their returns."""

from decimal import Decimal
from functools import partial

from partscounter.database import Database
from partscounter.domain import approvals, fulfilment, returns, sales
from partscounter.domain.approvals import Approval, ApproverKnown, Side
from partscounter.domain.returns import ReturnState, WrongReturnState
from partscounter.domain.sales import AdjustmentDraft, DocumentOver
from partscounter.kit.refusal import Refusal
from tests.make.at_once import at_once
from tests.make.counter import TESTER, draft_order, make_counter, place, stock_item, stock_of
from tests.make.fulfilment import make_update, take
from tests.make.returns import ask
from tests.make.sales import add_approver, decide, decisions_of, order_now

AT_ONCE = 6


def test_nothing_is_added_to_a_document_once_it_is_rejected(database: Database) -> None:
    counter = make_counter(database)
    item = stock_item(database, counter)
    add_approver(database, counter)
    order = place(database, draft_order(counter, (item, 7)))
    draft = AdjustmentDraft(name="Freight", amount=Decimal(10), reason="one pallet")
    add = partial(database.write, TESTER, lambda tx: sales.add_adjustment(tx, order.id, draft))
    reject = partial(decide, database, order, Side.CUSTOMER, Approval.REJECTED)

    *added, rejected = at_once(*[add] * AT_ONCE, reject)

    assert not isinstance(rejected, Refusal)
    refused = [each for each in added if isinstance(each, Refusal)]
    assert {type(each) for each in refused} <= {DocumentOver}
    with database.read() as tx:
        assert len(sales.load_adjustments(tx, [order.id])[order.id]) == AT_ONCE - len(refused)
        assert list(fulfilment.find_differences(tx)) == []
    assert (order_now(database, order).is_void, stock_of(database, item)) == (True, (10, 0))
    assert isinstance(at_once(add)[0], DocumentOver)


def test_of_a_document_cancelled_and_agreed_to_at_once_the_stock_is_free(database: Database) -> None:
    counter = make_counter(database)
    item = stock_item(database, counter)
    add_approver(database, counter)
    order = place(database, draft_order(counter, (item, 7)))
    agree = partial(decide, database, order, Side.CUSTOMER, Approval.APPROVED)
    cancel = partial(take, database, make_update(order, "OC", ("7654321", 7)))

    agreed, cancelled = at_once(agree, cancel)

    assert not isinstance(cancelled, Refusal)
    said = [] if isinstance(agreed, Refusal) else [("customer", "approved")]
    assert decisions_of(database, order) == said
    assert (order_now(database, order).is_void, stock_of(database, item)) == (True, (10, 0))


def test_a_return_is_decided_once(database: Database) -> None:
    counter = make_counter(database)
    order = place(database, draft_order(counter, (stock_item(database, counter), 7)))
    take(database, make_update(order, "FS", ("7654321", 7)))
    goods = ask(database, order, 3)
    authorise = partial(database.write, TESTER, lambda tx: returns.authorise_return(tx, goods.id))
    refuse = partial(database.write, TESTER, lambda tx: returns.refuse_return(tx, goods.id))

    said = at_once(*[authorise, refuse] * 3)

    counted = [each for each in said if not isinstance(each, Refusal)]
    assert {type(each) for each in said if isinstance(each, Refusal)} == {WrongReturnState}
    (decided,) = counted
    assert decided.state in {ReturnState.AUTHORISED, ReturnState.REFUSED}
    with database.read() as tx:
        assert returns.list_returns(tx, order.id) == [decided]
        assert returns.find_unlike_history(tx) == []


def test_an_approver_is_named_once(database: Database) -> None:
    counter = make_counter(database)

    named = at_once(*[partial(add_approver, database, counter)] * AT_ONCE)

    known = [each for each in named if not isinstance(each, Refusal)]
    assert {type(each) for each in named if isinstance(each, Refusal)} == {ApproverKnown}
    with database.read() as tx:
        assert approvals.list_approvers(tx, counter.customer.id) == known
