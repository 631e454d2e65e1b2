"""What customers wait for: requesting a part, saving a search, ending either; each sees their own only."""

from pathlib import Path

import pytest

from partscounter.asgi import build_asgi
from partscounter.database import Database
from partscounter.domain import customers, leads
from partscounter.domain.accounts import Role
from partscounter.domain.customers import Customer
from partscounter.domain.leads import LeadKind, wants
from partscounter.domain.leads.wants import WaitingFor, Wanted, WantKind
from partscounter.kit.clock import FixedClock
from partscounter.storefront.hourly_limit import MOST_PER_HOUR
from tests.make.accounts import Browser, browser, make_account
from tests.make.counter import TESTER
from tests.make.web import BASE_URL
from tests.make.yard import Yard, make_yard

BUYER = "bea@customer.example"
REQUEST = {"part_type": "Brake Drum", "make": "Volvo", "year": "2015", "name": "Bea", "email": BUYER, "message": "Two"}


@pytest.fixture
def yard(sqlite_database: Database, clock: FixedClock, tmp_path: Path) -> Yard:
    return make_yard(sqlite_database, clock, tmp_path)


@pytest.fixture
def visitor(yard: Yard) -> Browser:
    return browser(build_asgi(yard.app))


def register(yard: Yard, email: str, userid: str) -> Customer:
    """A customer with an account of the same mail address."""
    made = yard.app.database.write(
        TESTER, lambda tx: customers.register_customer(tx, userid=userid, email=email, dealer_id=yard.north.id)
    )
    make_account(yard.app.database, Role.CUSTOMER, email, customer_id=made.id)
    return made


@pytest.fixture
def customer(yard: Yard) -> Customer:
    return register(yard, "cate@customer.example", "cate")


@pytest.fixture
def signed_in(customer: Customer, yard: Yard) -> Browser:
    opened = browser(build_asgi(yard.app))
    opened.sign_in(customer.email)
    return opened


def waiting(yard: Yard, customer: Customer | None = None) -> list[WaitingFor]:
    with yard.app.database.read() as tx:
        return wants.list_waiting(tx) if customer is None else wants.list_wants_of(tx, customer.id)


def newest_leads(yard: Yard) -> list[leads.Lead]:
    with yard.app.database.read() as tx:
        return leads.list_newest_leads(tx)


def test_the_form_is_filled_in_with_what_was_searched_for(visitor: Browser) -> None:
    page = visitor.get("/shop/wants/new?part_type=Hood&make=Volvo&number=1R&evil=1").text

    assert 'name="part_type" type="text" value="Hood"' in page
    assert 'name="number" type="text" value="1R"' in page


def test_a_visitor_requests_a_part_and_waits_for_it_by_mail(visitor: Browser, yard: Yard) -> None:
    sent = visitor.submit("/shop/wants/new", **REQUEST)

    assert (sent.status_code, sent.headers["location"]) == (303, "/shop/wants?done=requested")
    assert "Your request was sent to the sellers. A mail confirms it" in visitor.get(sent.headers["location"]).text
    (lead,), (wait,) = newest_leads(yard), waiting(yard)
    assert lead.draft.kind is LeadKind.PART_REQUEST
    assert lead.draft.facts == (
        ("part_type", "Brake Drum"),
        ("make", "Volvo"),
        ("year", "2015"),
        ("comments", "Two"),
    )
    assert wait.want.draft.lead_id == lead.id
    assert wait.want.draft.waiting.email == BUYER
    assert wait.want.draft.wanted == Wanted(
        part_types=frozenset({"brakedrum"}), makes=frozenset({"volvo"}), year_from=2015, year_to=2015
    )


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"part_type": "", "make": " - "}, "part_type"),
        ({"year": "15"}, "year"),
        ({"email": "nobody"}, "email"),
        ({"name": ""}, "name"),
        ({"model": "x" * 201}, "model"),
        ({"message": "x" * 4001}, "message"),
    ],
)
def test_a_request_that_says_too_little_is_shown_again_and_nobody_is_told(
    visitor: Browser, yard: Yard, changes: dict[str, str], field: str
) -> None:
    refused = visitor.submit("/shop/wants/new", **(REQUEST | changes))

    assert refused.status_code == 400
    assert f'id="error-{field}"' in refused.text
    assert (newest_leads(yard), waiting(yard)) == ([], [])


def test_a_form_of_another_site_is_refused(visitor: Browser, yard: Yard) -> None:
    for path in ("new", "save", "end"):
        answer = visitor.post(f"/shop/wants/{path}", data=REQUEST, headers={"Origin": BASE_URL})

        assert answer.status_code == 403
    assert newest_leads(yard) == []


def test_a_customer_saves_a_search_and_sees_it(signed_in: Browser, yard: Yard, customer: Customer) -> None:
    results = "/shop/search?q=warranty&make=Volvo&type=Hood&year_from=2014&vendor=7002&price_to=5"
    assert "Save this search" in signed_in.get(results).text

    saved = signed_in.submit(
        "/shop/wants/save", on=results, q="warranty", make="Volvo", type="Hood", year_from="2014", vendor="7002"
    )

    assert saved.headers["location"] == "/shop/wants?done=saved"
    (wait,) = waiting(yard, customer)
    assert (wait.want.draft.kind, wait.want.draft.title) == (WantKind.SAVED_SEARCH, "warranty Volvo Hood 2014")
    assert wait.want.draft.wanted == Wanted(
        part_types=frozenset({"hood"}),
        makes=frozenset({"volvo"}),
        year_from=2014,
        keywords="warranty",
        dealer_id=yard.west.id,
    )
    page = signed_in.get("/shop/wants?done=saved").text
    assert "The search was saved." in page
    assert "<h2>warranty Volvo Hood 2014</h2>" in page


def test_a_search_for_words_alone_is_too_vague_to_wait_for(signed_in: Browser, yard: Yard) -> None:
    refused = signed_in.submit("/shop/wants/save", on="/shop", q="warranty")

    assert refused.status_code == 400
    assert 'href="/shop/search?q=warranty"' in refused.text
    assert waiting(yard) == []


def test_a_visitor_who_requests_too_much_is_asked_to_wait(visitor: Browser, yard: Yard) -> None:
    for _ in range(MOST_PER_HOUR):
        visitor.submit("/shop/wants/new", **REQUEST)

    refused = visitor.submit("/shop/wants/new", **REQUEST)

    assert (refused.status_code, len(newest_leads(yard))) == (429, MOST_PER_HOUR)
    assert "That was much for one hour." in refused.text


def test_a_number_alone_is_waited_for(visitor: Browser, signed_in: Browser, yard: Yard, customer: Customer) -> None:
    about = {"part_type": "", "make": "", "year": "", "number": "1R 1808"}
    sent = visitor.submit("/shop/wants/new", **(REQUEST | about))
    signed_in.submit("/shop/wants/save", on="/shop", q="DT-466")

    assert sent.headers["location"] == "/shop/wants?done=requested"
    request, search = (each.want.draft for each in waiting(yard))
    assert (request.title, request.wanted) == ("1R 1808", Wanted(numbers=frozenset({"1r1808"}), keywords="1R 1808"))
    assert (search.title, search.wanted) == ("DT-466", Wanted(numbers=frozenset({"dt466"}), keywords="DT-466"))
    assert search.waiting.customer_id == customer.id


def test_words_that_no_search_takes_are_not_waited_for(visitor: Browser, signed_in: Browser, yard: Yard) -> None:
    refused = visitor.submit("/shop/wants/new", **(REQUEST | {"number": "(" * 17 + "1R"}))
    vague = signed_in.submit("/shop/wants/save", on="/shop", q="(" * 17 + "1R")

    assert (refused.status_code, vague.status_code) == (400, 400)
    assert "This is no part number." in refused.text
    assert (newest_leads(yard), waiting(yard)) == ([], [])


def test_a_visitor_is_asked_to_sign_in_to_save_a_search(visitor: Browser, yard: Yard) -> None:
    answer = visitor.submit("/shop/wants/save", on="/shop", make="Volvo")

    assert answer.headers["location"].startswith("/sign-in?next=")
    assert waiting(yard) == []


def test_a_customer_ends_a_want_of_either_kind(signed_in: Browser, yard: Yard, customer: Customer) -> None:
    signed_in.submit("/shop/wants/save", on="/shop", make="Volvo")
    signed_in.submit("/shop/wants/new", **REQUEST)
    kinds = [each.want.draft.kind for each in waiting(yard, customer)]

    answers = [
        signed_in.submit("/shop/wants/end", on="/shop", want=str(each.want.id)).headers["location"]
        for each in waiting(yard, customer)
    ]

    assert kinds == [WantKind.PART_REQUEST, WantKind.SAVED_SEARCH]
    assert answers == ["/shop/wants?done=ended"] * 2
    assert waiting(yard) == []
    assert "You wait for nothing just now." in signed_in.get("/shop/wants").text


def test_another_customers_want_is_neither_seen_nor_ended(signed_in: Browser, yard: Yard) -> None:
    other = register(yard, "sam@customer.example", "sam")
    theirs = yard.app.database.write(
        TESTER, lambda tx: wants.save_search(tx, other, Wanted(makes=frozenset({"volvo"})), "A Volvo of Sam")
    )

    refused = [
        signed_in.submit("/shop/wants/end", on="/shop", want=want).status_code
        for want in (str(theirs.id), "999", "9" * 30, "x", "")
    ]

    assert refused == [404] * 5
    assert "A Volvo of Sam" not in signed_in.get("/shop/wants").text
    assert [each.want.id for each in waiting(yard)] == [theirs.id]


def test_staff_and_visitors_have_no_list(visitor: Browser, yard: Yard) -> None:
    make_account(yard.app.database, Role.OPERATOR)
    before = visitor.get("/shop/wants").text
    visitor.sign_in()

    assert "Sign in to see what you wait for" in before
    assert "No account is needed" in visitor.get("/shop/wants").text
