"""Leads in the portal: lists and reports of one's own dealers, and what they download."""

import pytest

from partscounter.app import App
from partscounter.domain import leads
from partscounter.domain.leads import Lead, LeadContact, LeadDraft, LeadKind
from partscounter.domain.leads.empty_searches import SearchedWords, note_empty_searches
from partscounter.kit.address import PostalAddress
from tests.make.counter import TESTER
from tests.make.desk import Staffed, plain, staffed
from tests.make.wants import DRUM

FACTS = (("year", "2015"), ("make", "Volvo"), ("model", "VNL"), ("part_type", "Brake Drum"), ("message", "=Soon?"))


@pytest.fixture
def desk(app: App) -> Staffed:
    return staffed(app)


def log(desk: Staffed, dealer_id: int | None, kind: LeadKind = LeadKind.PART_REQUEST) -> Lead:
    contact = LeadContact(PostalAddress(contact="Cate", email="cate@customer.example", phone="1"), "phone")
    draft = LeadDraft(kind, contact, dealer_id=dealer_id, facts=FACTS)
    return desk.app.database.write(TESTER, lambda tx: leads.log_lead(tx, draft, DRUM))


def test_the_list_is_of_ones_own_dealers_and_of_leads_for_nobody(desk: Staffed) -> None:
    own, foreign, free = (log(desk, each) for each in (desk.own.dealer.id, desk.other.dealer.id, None))

    page, whole = desk.clerk.get("/portal/leads").text, desk.operator.get("/portal/leads").text

    shown = [f"/portal/leads/{each.id}" in page for each in (own, foreign, free)]
    assert shown == [True, False, True]
    assert f"/portal/leads/{foreign.id}" in whole
    assert "1 to 2 of 2" in plain(page)


def test_the_list_is_narrowed_by_month_kind_and_dealer(desk: Staffed) -> None:
    lead = log(desk, desk.own.dealer.id)
    call = log(desk, desk.other.dealer.id, LeadKind.PHONE_CALL)
    month = f"{lead.logged_at:%Y-%m}"

    def count(**query: str) -> int:
        return desk.operator.get("/portal/leads", params=query).text.count('<th scope="row">')

    assert [count(), count(month=month), count(month="2001-01")] == [2, 2, 0]
    assert [count(kind="phone_call"), count(kind="nothing"), count(dealer=str(desk.own.dealer.id))] == [1, 2, 1]
    assert f"/portal/leads/{call.id}" in desk.operator.get("/portal/leads?kind=phone_call").text


def test_a_lead_is_shown_whole(desk: Staffed) -> None:
    lead = log(desk, desk.own.dealer.id)

    page = plain(desk.clerk.get(f"/portal/leads/{lead.id}").text)

    assert "2015 Volvo VNL Brake Drum" in page
    assert "Message =Soon?" in page
    assert "Answer by phone" in page
    assert "still waiting" in page


def test_another_dealers_lead_is_not_there(desk: Staffed) -> None:
    foreign = log(desk, desk.other.dealer.id)

    for lead in (str(foreign.id), "99", "9" * 30):
        assert desk.clerk.get(f"/portal/leads/{lead}").status_code == 404
    assert desk.operator.get(f"/portal/leads/{foreign.id}").status_code == 200


def test_counts_are_downloaded_as_a_table(desk: Staffed) -> None:
    month = f"{log(desk, desk.own.dealer.id).logged_at:%Y-%m}"
    log(desk, desk.own.dealer.id)
    log(desk, desk.other.dealer.id)

    saved = desk.clerk.get("/portal/leads/report.csv")

    assert saved.headers["content-disposition"] == 'attachment; filename="leads.csv"'
    assert saved.text == f"month,kind,vendor_id,vendor,leads\n{month},part_request,100,Dealer TD00,2\n"
    assert "Part request Dealer TD00 100 2" in plain(desk.clerk.get("/portal/leads/report").text)
    assert desk.operator.get("/portal/leads/report.csv", params={"month": month}).text.count("\n") == 3
    assert desk.operator.get("/portal/leads/report.csv", params={"month": "2001-01"}).text.count("\n") == 1


def test_lost_sales_are_what_people_searched_for(desk: Staffed) -> None:
    words = SearchedWords(part_type="hood", keywords="=cmd()")
    desk.app.database.write(TESTER, lambda tx: note_empty_searches(tx, {words: 3}))

    page, saved = desk.clerk.get("/portal/leads/lost").text, desk.clerk.get("/portal/leads/lost.csv").text

    assert "hood =cmd() 3" in plain(page)
    month = saved.splitlines()[1].partition(",")[0]
    assert saved == f"month,part_type,make,model,keywords,searches\n{month},hood,,,'=cmd(),3\n"


def test_empty_lists_say_so(desk: Staffed) -> None:
    for address, text in (
        ("/portal/leads", "Nothing has been asked for yet."),
        ("/portal/leads/report", "No lead came in."),
        ("/portal/leads/lost?month=2026-03", "Every search found something in 2026-03."),
        ("/portal/leads/wants", "Nobody waits for anything."),
        ("/portal/leads/recovered", "Nothing yet."),
    ):
        assert text in plain(desk.clerk.get(address).text)
