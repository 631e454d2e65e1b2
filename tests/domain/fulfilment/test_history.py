"""The history of a document has every update that came, by whom, repeats included."""

import pytest

from partscounter.database import Database
from partscounter.domain import fulfilment
from partscounter.domain.fulfilment import UnknownDocument
from tests.make.counter import TESTER, draft_order, make_counter, place, stock_item
from tests.make.fulfilment import make_update, take


def test_a_repeat_is_in_the_history_without_an_update(database: Database) -> None:
    counter = make_counter(database)
    order = place(database, draft_order(counter, (stock_item(database, counter), 2)))
    update = make_update(order, "FS", ("7654321", 3), tracking_id="1Z1")
    taken = take(database, update)
    take(database, update)

    with database.read() as tx:
        history = fulfilment.list_history(tx, counter.dealer.id, order.document_number)
        stored = fulfilment.list_updates(tx, order.id)

    assert [(entry.status.value, entry.credential, entry.door) for entry in history] == [
        ("FS", TESTER.name, TESTER.door)
    ] * 2
    assert [entry.update for entry in history] == [stored[0], None]
    assert taken.warnings == stored[0].warnings == ("1 more of 7654321 shipped than ordered.",)


def test_a_document_has_a_history_for_its_own_dealer_only(database: Database) -> None:
    counter = make_counter(database)
    stranger = make_counter(database, code="TD01", vendor_id="101")
    order = place(database, draft_order(counter, (stock_item(database, counter), 2)))

    with database.read() as tx:
        assert fulfilment.list_history(tx, counter.dealer.id, order.document_number) == []
        for dealer, number in ((stranger.dealer, order.document_number), (counter.dealer, "none")):
            with pytest.raises(UnknownDocument):
                fulfilment.list_history(tx, dealer.id, number)
