"""Who waits for what, in the portal."""

from dataclasses import replace

import pytest

from partscounter.app import App
from partscounter.domain import leads
from partscounter.domain.leads import wants
from partscounter.domain.leads.wants import Want
from tests.make.counter import TESTER, Counter
from tests.make.desk import Staffed, plain, staffed
from tests.make.wants import DRUM, bring


@pytest.fixture
def desk(app: App) -> Staffed:
    return staffed(app)


def wait(desk: Staffed, counter: Counter, dealer_id: int | None, title: str) -> Want:
    wanted = replace(DRUM, dealer_id=dealer_id)
    return desk.app.database.write(TESTER, lambda tx: leads.save_search(tx, counter.customer, wanted, title))


def open_ids(desk: Staffed) -> list[int]:
    with desk.app.database.read() as tx:
        return [each.want.id for each in wants.list_waiting(tx)]


def test_the_list_is_what_is_wanted_of_ones_dealers_or_of_any(desk: Staffed) -> None:
    wait(desk, desk.own, desk.own.dealer.id, "Own drum")
    wait(desk, desk.own, desk.other.dealer.id, "Foreign drum")
    wait(desk, desk.own, None, "Any drum")

    page = desk.clerk.get("/portal/leads/wants").text

    assert [title in page for title in ("Own drum", "Foreign drum", "Any drum")] == [True, False, True]
    assert "1 to 2 of 2" in plain(page)
    assert "Foreign drum" in desk.operator.get("/portal/leads/wants").text
    assert "Any drum" not in desk.clerk.get("/portal/leads/wants?q=own").text
    assert page.count("/end") == 1


def test_another_dealers_customer_is_not_named(desk: Staffed) -> None:
    wait(desk, desk.other, None, "Any drum")

    page = desk.clerk.get("/portal/leads/wants").text

    assert ("another dealer" in page, "Bea Buyer" in page) == (True, False)
    assert "Bea Buyer" in desk.operator.get("/portal/leads/wants").text


def test_a_want_is_ended_once(desk: Staffed) -> None:
    want = wait(desk, desk.own, desk.own.dealer.id, "Own drum")
    address = f"/portal/leads/wants/{want.id}/end"

    answers = [desk.clerk.submit(address, on="/portal/customers/new") for _ in range(2)]

    assert [each.headers["location"] for each in answers] == ["/portal/leads/wants?done=ended"] * 2
    assert open_ids(desk) == []


def test_what_is_wanted_of_others_too_is_not_a_clerks_to_end(desk: Staffed) -> None:
    kept = [wait(desk, desk.own, each, "Drum").id for each in (desk.other.dealer.id, None)]

    for want_id in (*kept, 99):
        answer = desk.clerk.submit(f"/portal/leads/wants/{want_id}/end", on="/portal/customers/new")
        assert answer.status_code == 404
    assert open_ids(desk) == kept
    for want_id in kept:
        desk.operator.submit(f"/portal/leads/wants/{want_id}/end", on="/portal/customers/new")
    assert open_ids(desk) == []


def test_what_came_in_is_counted(desk: Staffed) -> None:
    wait(desk, desk.own, None, "Drum")
    bring(desk.app.database, desk.own, "1", "2")
    with desk.app.database.read() as tx:
        cursor = wants.find_cursor(tx)
        assert cursor is not None
        changes = wants.read_changes(tx, cursor)
        assert changes is not None
        fits = wants.find_fits(tx, changes.item_ids, lambda *_: True)
    desk.app.database.write(
        TESTER, lambda tx: wants.note_fits(tx, after=cursor, cursor=changes.cursor, fits=fits, there_before=())
    )

    page = plain(desk.clerk.get("/portal/leads/wants").text)

    assert "any dealer 2 not yet" in page
