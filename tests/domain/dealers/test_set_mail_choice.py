"""The switch by which a dealer lets customers choose their mails."""

from partscounter.database import Database
from partscounter.database.log import events_of
from partscounter.domain import dealers, notifications
from partscounter.domain.dealers import Dealer
from partscounter.domain.notifications import Group, MailState
from partscounter.kit.clock import FixedClock
from partscounter.wire.order_export.render_push import render_push
from partscounter.worker.run import build_worker
from tests.make.app import make_app
from tests.make.counter import TESTER, Counter, draft_order, make_counter, place, stock_item
from tests.make.fulfilment import make_update, take
from tests.make.preferences import unsubscribe_link


def switch(database: Database, counter: Counter, *, on: bool) -> Dealer:
    return database.write(TESTER, lambda tx: dealers.set_mail_choice(tx, counter.dealer.id, customers_choose=on))


def test_is_kept_and_told_once(database: Database) -> None:
    counter = make_counter(database)

    after = [switch(database, counter, on=on).customers_manage_notifications for on in (False, True, True, False)]

    assert after == [False, True, True, False]
    with database.read() as tx:
        events = [(event.kind, event.data) for event in events_of(tx, f"dealer:{counter.dealer.id}")]
    assert events == [
        ("dealer.mail_choice_set", {"dealer": counter.dealer.id, "customers_choose": on}) for on in (True, False)
    ]


def test_decides_from_the_next_mail_on(sqlite_database: Database, clock: FixedClock) -> None:
    counter = make_counter(sqlite_database)
    order = place(sqlite_database, draft_order(counter, (stock_item(sqlite_database, counter), 3)))
    link = unsubscribe_link(sqlite_database, counter, Group.ON_HOLD)
    sqlite_database.write(TESTER, lambda tx: notifications.unsubscribe(tx, link))
    worker = build_worker(make_app(sqlite_database, clock), render_push)

    for units, on in enumerate((False, True, False), start=1):
        switch(sqlite_database, counter, on=on)
        take(sqlite_database, make_update(order, "OH", ("7654321", units)))
        while worker.run_due():
            pass

    with sqlite_database.read() as tx:
        _, *told = [(mail.state, mail.reason) for mail in notifications.list_mails_of_order(tx, order.id)]
    assert told == [
        (MailState.SENT, "The dealer sends every notification."),
        (MailState.SKIPPED, "The customer has switched off on_hold mails."),
        (MailState.SENT, "The dealer sends every notification."),
    ]
