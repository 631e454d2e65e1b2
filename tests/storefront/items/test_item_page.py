"""The page of one item: all that is known of it, who sees it, what is said of one that is gone, asking the seller."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from partscounter.asgi import build_asgi
from partscounter.database import Database, WriteTx
from partscounter.domain import inventory, leads
from partscounter.domain.accounts import Role
from partscounter.domain.inventory import Description, FedItem, Price, vehicles
from partscounter.domain.inventory.vehicles import Vehicle
from partscounter.domain.leads import LeadKind
from partscounter.kit.clock import FixedClock
from partscounter.settings import Settings, ShopSettings
from partscounter.storefront.hourly_limit import MOST_PER_HOUR
from tests.make.accounts import Browser, browser, make_account
from tests.make.counter import TESTER
from tests.make.web import BASE_URL
from tests.make.yard import Yard, make_yard

QUESTION = {"name": "Bea Buyer", "email": "bea@customer.example", "phone": "402-555-0199", "message": "Is it complete?"}


@pytest.fixture
def yard(sqlite_database: Database, clock: FixedClock, tmp_path: Path) -> Yard:
    return make_yard(sqlite_database, clock, tmp_path)


@pytest.fixture
def visitor(yard: Yard) -> Browser:
    return browser(build_asgi(yard.app))


def address(yard: Yard, store: str, inventory_id: str) -> str:
    return f"/shop/items/{yard.item(store, inventory_id).id}"


def newest_leads(yard: Yard) -> list[leads.Lead]:
    with yard.app.database.read() as tx:
        return leads.list_newest_leads(tx)


def test_an_item_is_told_of_in_full(visitor: Browser, yard: Yard) -> None:
    unit = Vehicle(yard.stores["lincoln"].id, "W77", year=2014, make="PETERBILT", model="579", vin="1XP5D49X0FJ000001")
    yard.app.database.write(TESTER, lambda tx: vehicles.put_vehicles(tx, [unit]))

    answer = visitor.get(address(yard, "lincoln", "003896"))

    assert answer.status_code == 200
    for text in (
        "<h1>Engine Assembly PETERBILT 579 2014</h1>",
        "CUMMINS ISX15 engine, test run, 90 day warranty",
        '<p class="price">$12,500.00</p>',
        "plus $1,500.00 core charge",
        "1 available",
        "<dt>Serial number</dt><dd>79612345</dd>",
        "<dt>Manufacturer</dt><dd>CUMMINS</dd>",
        "<dt>Color of block</dt><dd>Red &amp; black</dd>",
        "VIN 1XP5D49X0FJ000001",
        '<img src="https://img.example/1.jpg" alt="Photo 1 of Engine Assembly PETERBILT 579 2014"',
        'href="tel:402-555-0100"',
        "Lincoln Truck Parts",
        f'<a href="{address(yard, "lincoln", "4")}">Transmission Assembly</a>',
    ):
        assert text in answer.text
    assert "img-src 'self' https: data:" in answer.headers["content-security-policy"]


@pytest.mark.parametrize("uid", ["0", "999999999", "9" * 30, "abc", "٣"])
def test_an_unknown_item_is_a_404_that_says_what_to_do(visitor: Browser, uid: str) -> None:
    answer = visitor.get(f"/shop/items/{uid}")

    assert answer.status_code == 404
    assert 'href="/shop/wants/new"' in answer.text


def test_what_no_vendor_offers_and_what_is_not_listed_looks_like_an_unknown_item(visitor: Browser, yard: Yard) -> None:
    unknown = visitor.get("/shop/items/999999999")

    for store, inventory_id in (("silent", "1"), ("lincoln", "unlisted")):
        answer = visitor.get(address(yard, store, inventory_id))

        assert (answer.status_code, answer.text.count("There is no such part here")) == (404, 2)
        assert len(answer.text) == pytest.approx(len(unknown.text), abs=100)


def test_a_sold_item_is_gone_and_can_be_requested(visitor: Browser, yard: Yard) -> None:
    answer = visitor.get(address(yard, "lincoln", "sold"))

    assert answer.status_code == 410
    wanted = "part_type=Engine+Assembly&amp;make=CUMMINS&amp;model=ISX&amp;year=2014"
    assert f'href="/shop/wants/new?{wanted}"' in answer.text


def test_an_api_user_that_the_shop_is_set_to_decides_which_vendors_are_seen(yard: Yard) -> None:
    app = replace(yard.app, settings=Settings(shop=ShopSettings(api_user="narrow")))
    visitor = browser(build_asgi(app))

    assert visitor.get(address(yard, "denver", "1")).status_code == 200
    assert visitor.get(address(yard, "lincoln", "003896")).status_code == 404


def test_a_question_reaches_the_store_and_is_confirmed(visitor: Browser, yard: Yard) -> None:
    here = address(yard, "lincoln", "003896")

    sent = visitor.submit(f"{here}/ask", on=here, **QUESTION)
    page = visitor.get(sent.headers["location"]).text

    assert (sent.status_code, sent.headers["location"]) == (303, f"{here}?done=asked#ask")
    assert "Your question was sent to Lincoln Truck Parts." in page
    (lead,) = newest_leads(yard)
    assert (lead.draft.kind, lead.draft.dealer_id) == (LeadKind.PART_INQUIRY, yard.north.id)
    assert lead.draft.store_id == yard.stores["lincoln"].id
    assert lead.draft.contact.address.email == "bea@customer.example"
    assert lead.draft.facts == (
        ("vendor_sku", "E1001"),
        ("vendor_inventory_id", "003896"),
        ("part_type", "Engine Assembly"),
        ("make", "PETERBILT"),
        ("model", "579"),
        ("year", "2014"),
        ("comments", "Is it complete?"),
    )


@pytest.mark.parametrize(
    ("field", "text", "message"),
    [
        ("email", "bea", "This is no mail address."),
        ("email", "bea@customer", "This is no mail address."),
        ("name", "", "Your name is needed."),
        ("message", "", "Say what you would like to know"),
        ("message", "x" * 4001, "Say what you would like to know"),
        ("phone", "1" * 201, "This is too long."),
    ],
)
def test_a_question_that_is_incomplete_is_shown_again_and_nobody_is_told(
    visitor: Browser, yard: Yard, field: str, text: str, message: str
) -> None:
    here = address(yard, "lincoln", "003896")

    refused = visitor.submit(f"{here}/ask", on=here, **{**QUESTION, field: text})

    assert refused.status_code == 400
    assert message in refused.text
    assert f'aria-describedby="error-{field}" aria-invalid="true"' in refused.text
    assert newest_leads(yard) == []


def test_nobody_is_told_of_a_question_about_what_is_not_seen(visitor: Browser, yard: Yard) -> None:
    refused = visitor.submit(f"{address(yard, 'silent', '1')}/ask", on="/shop", **QUESTION)
    foreign = visitor.post(f"{address(yard, 'omaha', '2')}/ask", data=QUESTION, headers={"Origin": BASE_URL})

    assert (refused.status_code, foreign.status_code) == (404, 403)
    assert newest_leads(yard) == []


def test_a_visitor_who_writes_too_much_waits_until_the_next_hour(
    visitor: Browser, yard: Yard, clock: FixedClock
) -> None:
    here = address(yard, "lincoln", "003896")
    for _ in range(MOST_PER_HOUR):
        visitor.submit(f"{here}/ask", on=here, **QUESTION)

    refused = visitor.submit(f"{here}/ask", on=here, **QUESTION)
    after = len(newest_leads(yard))
    clock.at += timedelta(hours=1)
    later = visitor.submit(f"{here}/ask", on=here, **QUESTION)

    assert (refused.status_code, after, later.status_code) == (429, MOST_PER_HOUR, 303)
    assert "That was much for one hour." in refused.text
    assert "Is it complete?" in refused.text


def test_who_has_signed_in_need_not_say_who_they_are(visitor: Browser, yard: Yard) -> None:
    make_account(yard.app.database, Role.OPERATOR)
    visitor.sign_in()

    page = visitor.get(address(yard, "omaha", "2")).text

    assert 'value="Pat Counter"' in page
    assert 'value="pat@parts.example"' in page


def test_what_sellers_write_is_never_markup(visitor: Browser, yard: Yard) -> None:
    about = Description(
        part_name="<b>Hood</b>", text="</p><script>alert(1)</script>", images=("javascript:alert(1)", "//x.example/1")
    )
    fed = FedItem("evil", tag_number='"><i>', description=about, price=Price())

    def feed(tx: WriteTx) -> None:
        inventory.put_items(tx, yard.stores["omaha"], [fed])

    yard.app.database.write(TESTER, feed)

    page = visitor.get(address(yard, "omaha", "evil")).text

    assert "<b>" not in page
    assert "alert(1)</script>" not in page
    assert "javascript:" not in page
    assert "x.example" not in page
    assert "Price on request" in page
