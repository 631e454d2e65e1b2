"""PUT and POST /enduser/log/…: what an end user asked for is kept, and the dealer is told by mail."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from partscounter.app import App
from partscounter.domain import leads, notifications
from partscounter.domain.leads import Lead, LeadKind
from partscounter.domain.notifications import Mail, MailState
from partscounter.kit.clock import FixedClock
from partscounter.settings import MailSettings, Settings
from partscounter.wire.order_export.render_push import render_push
from partscounter.worker.run import build_worker
from partscounter_contracts.inventory import enduser_examples as printed
from tests.make.access import emitted
from tests.make.app import make_app
from tests.make.mail_server import run_mail_server
from tests.make.yard import Yard

VENDOR = {"vendor_id": 7001}
INQUIRY = printed.PART_INQUIRY | {"vendor_id": "7001", "vendor_store_id": "2"}
SAMPLES: Mapping[str, dict[str, object]] = {
    "part_request": printed.PART_REQUEST,
    "part_inquiry": INQUIRY,
    "phone_call": printed.PHONE_CALL | VENDOR,
    "email": printed.EMAIL | VENDOR,
}


def kept(yard: Yard) -> list[Lead]:
    with yard.app.database.read() as tx:
        return leads.list_newest_leads(tx)


def work(app: App) -> list[Mail]:
    """Every mail to a dealer or the operator once the jobs are done, newest first."""
    worker = build_worker(app, render_push)
    while worker.run_due():
        pass
    with app.database.read() as tx:
        mails = notifications.list_newest_mails(tx)
    return [mail for mail in mails if mail.about != "lead_confirmation"]


@pytest.mark.parametrize("method", ["PUT", "POST"])
@pytest.mark.parametrize("kind", SAMPLES)
def test_takes_the_printed_bodies(sqlite_yard: Yard, method: str, kind: str) -> None:
    answer = sqlite_yard.client().request(method, f"/enduser/log/{kind}", json=SAMPLES[kind])

    assert (answer.status_code, answer.json()) == (200, {"success": True})
    (lead,) = kept(sqlite_yard)
    assert lead.draft.kind == kind
    assert lead.logged_by == "webshop"
    assert lead.draft.contact.address.contact == "Cate ContactPerson"
    assert lead.draft.contact.address.street == "Narrow street 1"
    assert lead.draft.contact.preferred_method == "email"


def test_keeps_what_it_does_not_know(yard: Yard) -> None:
    body = SAMPLES["phone_call"] | {
        "userid": 17,
        "duration": 93.5,
        "path": ["a", {"b": None}],
        "agent": " Ann ",
        "x": None,
    }
    answer = yard.client().put("/enduser/log/phone_call", json=body)

    assert answer.status_code == 200
    (lead,) = kept(yard)
    assert (lead.draft.dealer_id, lead.draft.store_id, lead.draft.userid) == (yard.north.id, None, "17")
    assert lead.draft.facts == (
        ("phone_number", "402-555-0100"),
        ("duration", "93.5"),
        ("path", '["a",{"b":null}]'),
        ("agent", "Ann"),
    )
    assert emitted(yard.app.database)[-1] == (
        "lead.logged",
        f"lead:{lead.id}",
        {"lead": lead.id, "lead_kind": "phone_call", "dealer": yard.north.id},
    )


@pytest.mark.parametrize("kind", ["phone_call", "email"])
def test_a_call_or_an_email_may_be_any_object(sqlite_yard: Yard, kind: str) -> None:
    assert sqlite_yard.client().post(f"/enduser/log/{kind}", json={}).status_code == 200
    assert [lead.draft.kind for lead in kept(sqlite_yard)] == [kind]


def test_takes_the_store_under_either_name(sqlite_yard: Yard) -> None:
    named = {key: value for key, value in INQUIRY.items() if key != "vendor_store_id"} | {"vendor_store": 2}
    sqlite_yard.client().post("/enduser/log/part_inquiry", json=named)

    assert [lead.draft.store_id for lead in kept(sqlite_yard)] == [sqlite_yard.stores["omaha"].id]


def test_answers_in_xml_to_those_who_prefer_it(sqlite_yard: Yard) -> None:
    answer = sqlite_yard.client("webshop-xml").post("/enduser/log/part_inquiry", json=INQUIRY)

    assert answer.headers["content-type"] == "application/xml"
    assert answer.text.endswith("<response><success>true</success></response>")


def without(key: str) -> dict[str, object]:
    return {name: value for name, value in INQUIRY.items() if name != key}


@pytest.mark.parametrize(
    ("kind", "body", "status", "message"),
    [
        ("part_inquiry", without("vendor_id"), 400, "vendor_id is required"),
        ("part_inquiry", without("vendor_sku"), 400, "vendor_sku is required"),
        ("part_inquiry", without("contact"), 400, "contact is required"),
        ("part_inquiry", INQUIRY | {"contact": "Cate"}, 400, "contact must be an object, not a string"),
        (
            "part_inquiry",
            INQUIRY | {"contact": {"city": 5}},
            400,
            "contact.city must be a string, not an integer",
        ),
        ("part_request", {"contact": {}, "part_type": "x", "make": "y"}, 400, "model is required"),
        (
            "part_request",
            printed.PART_REQUEST | {"vehicle": 7},
            400,
            "vehicle must be an object or null, not an integer",
        ),
        ("phone_call", {"vendor_store": 1}, 400, "vendor_id is required with a store"),
        ("email", {"comments": "x" * 4001}, 400, "comments must have at most 4000 characters"),
        ("email", [], 400, "$ must be an object, not a list"),
        ("part_inquiry", INQUIRY | {"vendor_id": 4711}, 404, "There is no such vendor."),
        ("part_inquiry", INQUIRY | {"vendor_store_id": 9}, 404, "The vendor has no such store."),
    ],
)
def test_refuses_and_keeps_nothing(sqlite_yard: Yard, kind: str, body: object, status: int, message: str) -> None:
    before = emitted(sqlite_yard.app.database)
    code = {400: "INVALID", 404: "NOT_FOUND"}[status]

    answer = sqlite_yard.client().post(f"/enduser/log/{kind}", json=body)

    assert (answer.status_code, answer.json()) == (status, {"error": {"code": code, "message": message}})
    assert kept(sqlite_yard) == []
    assert emitted(sqlite_yard.app.database) == before


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b'{"a":"\\u0000"}',
        b'{"a":"\\ud800"}',
        b'{"a":tru}',
        b'{"a":1e400}',
        b'{"a":' + b"9" * 5000 + b"}",
        b"[" * 5000,
        b"\xff",
    ],
)
def test_refuses_what_is_no_json(sqlite_yard: Yard, body: bytes) -> None:
    headers = {"content-type": "application/json"}
    answer = sqlite_yard.client().post("/enduser/log/phone_call", content=body, headers=headers)

    assert answer.status_code == 400
    assert answer.json()["error"]["code"] in {"MALFORMED", "INVALID"}
    assert kept(sqlite_yard) == []


def test_a_deep_or_odd_value_is_kept_as_it_is(yard: Yard) -> None:
    body = b'{"deep":' + b"[" * 300 + b"]" * 300 + b',"big":123456789012345678901234567890}'
    headers = {"content-type": "application/json"}

    answer = yard.client().post("/enduser/log/phone_call", content=body, headers=headers)

    assert answer.status_code == 200, answer.text
    assert dict(kept(yard)[0].draft.facts)["big"] == "123456789012345678901234567890"


def test_a_vendor_that_the_user_does_not_see_is_unknown(sqlite_yard: Yard) -> None:
    before = emitted(sqlite_yard.app.database)

    foreign = sqlite_yard.client("narrow").post("/enduser/log/part_inquiry", json=INQUIRY)
    unknown = sqlite_yard.client("narrow").post("/enduser/log/part_inquiry", json=INQUIRY | {"vendor_id": 4711})

    assert foreign.status_code == unknown.status_code == 404
    assert foreign.json() == unknown.json()
    assert kept(sqlite_yard) == []
    assert emitted(sqlite_yard.app.database) == before


@pytest.mark.parametrize(("method", "path", "status"), [("GET", "part_request", 405), ("POST", "fax", 404)])
def test_other_methods_and_kinds_are_refused(sqlite_yard: Yard, method: str, path: str, status: int) -> None:
    assert sqlite_yard.client().request(method, f"/enduser/log/{path}").status_code == status
    assert sqlite_yard.client("nobody").post("/enduser/log/email", json={}).status_code == 401


def test_the_store_gets_one_mail(yard: Yard, clock: FixedClock) -> None:
    hostile = INQUIRY | {"comments": "Turbo <script>alert(1)</script>?", "vendor_sku": "E1002\r\nBcc: x@y.example"}
    yard.client().post("/enduser/log/part_inquiry", json=hostile)

    with run_mail_server() as server:
        mail = MailSettings(smtp_url=server.url, from_address="counter@partscounter.example")
        app = make_app(yard.app.database, clock, replace(Settings(), mail=mail))
        work(app)
        work(app)

    (received,) = (mail for mail in server.received if mail["To"] == "parts@omaha.example")
    assert received["Bcc"] is None
    assert received["Subject"] == "A customer asks about an item: E1002 Bcc: x@y.example"
    text, html = received.get_body(("plain",)), received.get_body(("html",))
    assert text is not None
    assert html is not None
    assert "Comments: Turbo <script>alert(1)</script>?" in text.get_content()
    assert "Name: Cate ContactPerson" in text.get_content()
    assert "Prefers: email" in text.get_content()
    assert "<script>" not in html.get_content()
    assert "Turbo &lt;script&gt;" in html.get_content()


@pytest.mark.parametrize(
    ("kind", "recipient", "subject"),
    [
        ("phone_call", "parts@lincoln.example", "A call of a customer was logged: 402-555-0100"),
        ("email", "parts@lincoln.example", "An e-mail of a customer was logged: Turbo"),
        ("part_request", "leads@operator.example", "A customer is looking for a part: Engine Assembly CUMMINS ISX"),
    ],
)
def test_who_is_told(sqlite_yard: Yard, clock: FixedClock, kind: str, recipient: str, subject: str) -> None:
    sqlite_yard.client().post(f"/enduser/log/{kind}", json=SAMPLES[kind])

    settings = replace(Settings(), mail=MailSettings(leads_address="leads@operator.example"))
    (mail,) = work(make_app(sqlite_yard.app.database, clock, settings))

    assert (mail.recipient, mail.message.subject, mail.about) == (recipient, subject, kind)
    assert (mail.state, mail.order_id) == (MailState.SENT, None)


def test_a_request_to_nobody_is_kept_and_not_mailed(yard: Yard) -> None:
    yard.client().post("/enduser/log/part_request", json=printed.PART_REQUEST)

    (mail,) = work(yard.app)

    assert (mail.state, mail.recipient) == (MailState.SKIPPED, "")
    assert mail.reason == "The lead names no vendor. No address is set for such leads."


def test_a_request_may_name_a_vendor(sqlite_yard: Yard) -> None:
    sqlite_yard.client("narrow").post("/enduser/log/part_request", json=printed.PART_REQUEST | {"vendor_id": 7002})

    (mail,) = work(sqlite_yard.app)

    assert mail.recipient == "parts@denver.example"
    assert [lead.draft.kind for lead in kept(sqlite_yard)] == [LeadKind.PART_REQUEST]
