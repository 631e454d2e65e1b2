"""Sending a mail once more, on both engines, and at the same moment."""

import pytest

from partscounter.database import Database
from partscounter.domain import notifications
from partscounter.domain.notifications import Mail, MailNotFound, MailSearch, MailState
from partscounter.jobs import JobNotOver
from partscounter.kit.clock import FixedClock
from partscounter.kit.refusal import Refusal
from partscounter.subscriptions import MAIL_JOBS
from partscounter.wire.order_export.render_push import render_push
from partscounter.worker.mailer import Outbox
from partscounter.worker.run import build_worker
from tests.make.app import make_app
from tests.make.at_once import at_once
from tests.make.counter import TESTER, draft_order, make_counter, place


@pytest.fixture
def mail(database: Database, clock: FixedClock) -> Mail:
    """One that was sent, of an order of the only dealer."""
    counter = make_counter(database)
    place(database, draft_order(counter, (None, 2)))
    build_worker(make_app(database, clock), render_push, mailer=Outbox()).run_due()
    with database.read() as tx:
        (mail,) = notifications.list_newest_mails(tx)
    return mail


def resend(database: Database, mail_id: int) -> None:
    database.write(
        TESTER,
        lambda tx: notifications.resend_mail(tx, mail_id, recipient="other@customer.example", mail_jobs=MAIL_JOBS),
    )


def test_of_two_who_send_it_again_one_does(database: Database, mail: Mail) -> None:
    def act() -> str:
        resend(database, mail.id)
        return "sent"

    outcomes = at_once(act, act, act)

    assert max(outcomes, key=str) == "sent"
    assert [type(each) for each in outcomes if isinstance(each, Refusal)] == [JobNotOver, JobNotOver]


def test_what_is_not_there_is_not_sent(database: Database, mail: Mail) -> None:
    with pytest.raises(MailNotFound):
        resend(database, mail.id + 1)


def test_mails_are_found_by_all_that_is_asked(database: Database, mail: Mail) -> None:
    def found(**wanted: object) -> list[int]:
        with database.read() as tx:
            return [each.id for each in notifications.search_mails(tx, MailSearch(**wanted))]  # type: ignore[arg-type]

    with database.read() as tx:
        (line,) = notifications.search_mails(tx, MailSearch())
        dealer = notifications.find_dealer_of_mail(tx, mail.id)
        assert notifications.search_mails(tx, MailSearch(), before=mail.id) == []
    assert dealer is not None
    assert line.order_number is not None
    assert (
        found(recipient="BUYER@") == found(order_number=line.order_number) == found(state=MailState.SENT) == [mail.id]
    )
    assert found(dealer_ids=frozenset({dealer})) == [mail.id]
    assert found(recipient="b_yer") == found(order_number="x") == found(state=MailState.BOUNCED) == []
    assert found(dealer_ids=frozenset()) == found(dealer_ids=frozenset({dealer + 1})) == []
