"""Where a dealer's orders are pushed: one address for each dealer, kept apart from those of others."""

import threading
from functools import partial

import pytest

from partscounter.database import Database
from partscounter.domain.export import push
from partscounter.domain.export.push import BadAddress, DeliveryNotFound, NoPushTarget, PushTarget
from partscounter.subscriptions import PUSH_ORDER
from tests.make.access import emitted
from tests.make.counter import TESTER, draft_order, make_counter, place
from tests.make.jobs import all_jobs
from tests.make.push import SECRET, aim

URL = "https://erp.example/orders"


def target_of(database: Database, dealer_id: int) -> PushTarget | None:
    with database.read() as tx:
        return push.find_target(tx, dealer_id)


def test_setting_again_keeps_the_secret_and_switches_on(database: Database) -> None:
    counter = make_counter(database)
    first = aim(database, counter, URL)
    assert database.write(TESTER, lambda tx: push.switch_off(tx, counter.dealer.id, "asked for"))
    assert not database.write(TESTER, lambda tx: push.switch_off(tx, counter.dealer.id, "asked again"))
    off = target_of(database, counter.dealer.id)
    assert off is not None
    assert (off.enabled, off.off_reason) == (False, "asked for")

    again = database.write(
        TESTER,
        lambda tx: push.set_target(tx, counter.dealer.id, f"{URL}/2", marks_received=True, secret=push.new_secret()),
    )

    assert (again.id, again.secret, again.url, again.enabled, again.off_reason, again.marks_received) == (
        first.id,
        SECRET,
        f"{URL}/2",
        True,
        "",
        True,
    )
    events = [(kind, subject) for kind, subject, _ in emitted(database) if kind.startswith("push.")]
    assert [kind for kind, _ in events] == ["push.target_set", "push.target_switched_off", "push.target_set"]
    assert {subject for _, subject in events} == {f"dealer:{counter.dealer.id}"}


def test_no_event_and_no_text_tells_a_secret(database: Database) -> None:
    counter = make_counter(database)
    target = aim(database, counter, URL)
    newer = push.new_secret()
    rotated = database.write(TESTER, lambda tx: push.rotate_secret(tx, counter.dealer.id, newer))

    told = f"{target} {rotated} {emitted(database)}"

    assert rotated.secret == newer
    assert SECRET not in told
    assert newer not in told


def test_two_at_the_same_time_leave_one_target(database: Database) -> None:
    counter = make_counter(database)
    threads = [threading.Thread(target=aim, args=(database, counter, f"{URL}/{n}")) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    with database.read() as tx:
        assert len(push.list_targets(tx)) == 1


def test_only_orders_of_a_dealer_whose_push_is_on_cause_a_job(database: Database) -> None:
    counter = make_counter(database)
    other = make_counter(database, code="TD01", vendor_id="101")
    target = aim(database, counter, URL)
    place(database, draft_order(other, (None, 1)))
    order = place(database, draft_order(counter, (None, 1)))
    database.write(TESTER, lambda tx: push.switch_off(tx, counter.dealer.id, "asked for"))
    place(database, draft_order(counter, (None, 1)))

    (job,) = [each for each in all_jobs(database) if each.kind == PUSH_ORDER]

    assert job.payload == {"order": order.id, "target": target.id}
    assert job.key == f"push_order:{job.event_id}:{target.id}"


@pytest.mark.parametrize(
    "url",
    [
        "",
        "erp.example/orders",
        "ftp://erp.example/",
        "file:///etc/passwd",
        "https://",
        "https:///orders",
        "https://erp.example:0/",
        "https://erp.example:99999/",
        "https://user:word@erp.example/",
        "https://erp.example/#part",
        "https://erp.example/with blank",
        "https://erp.example/\r\nX: y",
        "https://[::1/",
        "https://erp.example/" + "x" * 2000,
    ],
)
def test_an_address_that_takes_no_orders_is_refused(sqlite_database: Database, url: str) -> None:
    counter = make_counter(sqlite_database)
    before = emitted(sqlite_database)

    with pytest.raises(BadAddress):
        aim(sqlite_database, counter, url)

    assert target_of(sqlite_database, counter.dealer.id) is None
    assert emitted(sqlite_database) == before


def test_what_is_not_there_is_refused(sqlite_database: Database) -> None:
    dealer_id = make_counter(sqlite_database).dealer.id
    before = emitted(sqlite_database)

    with pytest.raises(NoPushTarget):
        sqlite_database.write(TESTER, lambda tx: push.switch_off(tx, dealer_id, "asked for"))
    with pytest.raises(NoPushTarget):
        sqlite_database.write(TESTER, lambda tx: push.rotate_secret(tx, dealer_id, SECRET))
    with pytest.raises(NoPushTarget), sqlite_database.read() as tx:
        push.list_deliveries(tx, dealer_id)
    with pytest.raises(DeliveryNotFound):
        sqlite_database.write(TESTER, lambda tx: push.replay_delivery(tx, 1))

    assert emitted(sqlite_database) == before


def test_the_tries_of_one_order_are_told_from_those_of_others(database: Database) -> None:
    counter = make_counter(database)
    target = aim(database, counter, URL)
    first, second = (place(database, draft_order(counter, (None, 1))) for _ in range(2))
    pushing = [job for job in all_jobs(database) if job.kind == PUSH_ORDER]
    for order, job, error in ((first, pushing[0], "refused"), (second, pushing[1], ""), (first, pushing[0], "")):
        outcome = push.Outcome(None if error else 200, error, 12)
        database.write(TESTER, partial(push.note_delivery, job=job, target=target, order=order, outcome=outcome))

    with database.read() as tx:
        tries = push.list_deliveries_of_order(tx, first.id)

    assert [(each.order_id, each.status, each.error) for each in tries] == [
        (first.id, None, "refused"),
        (first.id, 200, ""),
    ]
