"""Promises and arriving stock at the same moment: no update is lost, nobody is mailed twice, nothing is oversold."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from functools import partial

from partscounter.database import Database
from partscounter.domain import fulfilment, notifications, orders
from partscounter.kit.clock import FixedClock
from tests.make.backorders import feed, ledger, promise, work
from tests.make.counter import TESTER, draft_order, make_counter, place, stock_of


def test_slips_at_once_are_each_kept_and_told_at_most_once(database: Database, clock: FixedClock) -> None:
    counter = make_counter(database)
    order = place(database, draft_order(counter, (feed(database, counter, 0), 1)))
    today = clock.now().date()
    promise(database, order, today)
    days = [today + timedelta(days=days) for days in (1, 2, 3, 4, 1, 2, 3, 4)]

    with ThreadPoolExecutor(max_workers=8) as dealers:
        list(dealers.map(partial(promise, database, order), days))
    work(database, clock)

    kept = ledger(database, order)
    assert [each.day_before for each in kept] == [None, *(each.day for each in kept[:-1])]
    assert len({each.day for each in kept}) == 5
    told = [each.day for each in kept if each.telling.value == "mail"]
    assert told == sorted(set(told))
    assert kept[-1].told == today + timedelta(days=4)
    with database.read() as tx:
        mails = [mail for mail in notifications.list_mails_of_order(tx, order.id) if mail.about == "promise"]
        promised = orders.promised_days(tx, orders.get_order(tx, order.id))
    assert len(mails) == len(told)
    assert promised == {1: kept[-1].day}


def test_equal_slips_at_once_are_one(database: Database, clock: FixedClock) -> None:
    counter = make_counter(database)
    order = place(database, draft_order(counter, (feed(database, counter, 0), 1)))
    day = clock.now().date() + timedelta(days=1)

    with ThreadPoolExecutor(max_workers=8) as dealers:
        made = list(dealers.map(lambda _: promise(database, order, day), range(8)))
    work(database, clock)

    assert sorted(map(len, made)) == [0] * 7 + [1]
    with database.read() as tx:
        abouts = [mail.about for mail in notifications.list_mails_of_order(tx, order.id)]
    assert abouts == ["confirmation", "promise"]


def test_arriving_stock_is_held_once_while_others_buy(database: Database) -> None:
    counter = make_counter(database)
    item = feed(database, counter, 0)
    waiting = [place(database, draft_order(counter, (item, 2))) for _ in range(4)]
    feed(database, counter, 7)

    def reserve(worker: int) -> None:
        if worker == 0:
            place(database, draft_order(counter, (item, 2)))
            return
        for order in waiting:
            if not database.write(TESTER, partial(orders.reserve_arrived, order_id=order.id, item_id=item)):
                return

    with ThreadPoolExecutor(max_workers=4) as workers:
        list(workers.map(reserve, range(4)))

    assert stock_of(database, item) == (7, 7)
    with database.read() as tx:
        reserved = [orders.get_order(tx, order.id).lines[0].quantities.reserved for order in waiting]
        assert orders.find_stock_differences(tx) == []
        assert list(fulfilment.find_differences(tx)) == []
    assert reserved == sorted(reserved, reverse=True)
    assert sum(reserved) in {5, 6, 7}
