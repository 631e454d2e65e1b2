"""A part request is confirmed, waits, and is told of what comes in; its words are those of a search."""

import pytest

from partscounter.domain import leads, notifications
from partscounter.domain.leads import wants
from partscounter.domain.leads.wants import Wanted
from partscounter.domain.notifications import Mail
from partscounter.wire.order_export.render_push import render_push
from partscounter.worker.run import build_worker
from tests.make.wants import compare
from tests.make.yard import Yard

REQUEST = {
    "contact": {"contact": "Cate", "email": "cate@customer.example"},
    "part_type": "Brake Drum",
    "make": "Volvo",
    "model": "VNL",
    "year": 2015,
}


def log(yard: Yard, kind: str = "part_request", **changes: object) -> None:
    answer = yard.client().post(f"/enduser/log/{kind}", json=REQUEST | changes)
    assert answer.status_code == 200, answer.text


def to_customer(yard: Yard) -> list[Mail]:
    """Mails to Cate, oldest first."""
    compare(yard.app)
    worker = build_worker(yard.app, render_push)
    while worker.run_due():
        pass
    with yard.app.database.read() as tx:
        mails = notifications.list_newest_mails(tx)
    return [mail for mail in reversed(mails) if mail.recipient == "cate@customer.example"]


def waiting(yard: Yard) -> list[Wanted]:
    with yard.app.database.read() as tx:
        return [each.want.draft.wanted for each in wants.list_waiting(tx)]


def test_a_request_is_confirmed_once(yard: Yard) -> None:
    log(yard)

    (mail,) = to_customer(yard)

    assert (mail.about, mail.message.subject) == (
        "lead_confirmation",
        "We are looking for your part: 2015 Volvo VNL Brake Drum",
    )
    assert "As soon as something comes in that fits, we write to you." in mail.message.text
    assert to_customer(yard) == [mail]


def test_an_inquiry_is_confirmed_and_does_not_wait(sqlite_yard: Yard) -> None:
    body = {"contact": REQUEST["contact"], "vendor_id": "7001", "vendor_sku": "T-1", "comments": "<b>Buy pills</b>"}
    answer = sqlite_yard.client().post("/enduser/log/part_inquiry", json=body)

    (mail,) = to_customer(sqlite_yard)

    assert answer.status_code == 200
    assert mail.message.subject == "We have your question"
    assert "Item number: T-1" in mail.message.text
    assert "pills" not in mail.message.text + mail.message.html
    assert waiting(sqlite_yard) == []


def test_a_call_is_not_confirmed(sqlite_yard: Yard) -> None:
    body = {"contact": REQUEST["contact"]}
    for kind in ("phone_call", "email"):
        assert sqlite_yard.client().post(f"/enduser/log/{kind}", json=body).status_code == 200

    assert to_customer(sqlite_yard) == []


def test_without_an_address_nobody_is_written_to(sqlite_yard: Yard) -> None:
    log(sqlite_yard, contact={"contact": "Cate"})

    assert to_customer(sqlite_yard) == []
    assert len(waiting(sqlite_yard)) == 1


@pytest.mark.parametrize(
    ("changes", "years"),
    [({}, (2015, 2015)), ({"year": "2010-2014"}, (2010, 2014)), ({"year": "new"}, (None, None))],
)
def test_waits_for_what_a_search_would_find(
    sqlite_yard: Yard, changes: dict[str, object], years: tuple[int | None, int | None]
) -> None:
    log(sqlite_yard, **changes)

    (wanted,) = waiting(sqlite_yard)

    assert (wanted.part_types, wanted.makes, wanted.models) == ({"brakedrum"}, {"volvo"}, {"vnl"})
    assert (wanted.year_from, wanted.year_to) == years


def test_what_names_nothing_is_kept_as_a_lead_only(sqlite_yard: Yard) -> None:
    log(sqlite_yard, part_type="*", make="", model="?")

    assert waiting(sqlite_yard) == []
    with sqlite_yard.app.database.read() as tx:
        assert len(leads.list_newest_leads(tx)) == 1
