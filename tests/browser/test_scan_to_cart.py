"""A mechanic with a phone scans a machine's label, puts the service kit into the cart with one tap, and orders it."""

from playwright.sync_api import Browser, expect

from partscounter.domain import orders
from partscounter.domain.orders import VehicleReference
from tests.browser.conftest import Site
from tests.make.browsing import PHONE, faults, sideways, visitor

LABEL = "/CMDZ18G9RYCCW8Y"
SERIAL_NUMBER = "F2600123"


def test_from_a_label_to_an_order_for_the_machine(browser: Browser, site: Site) -> None:
    with visitor(browser, site.url, PHONE, scripts=False) as mechanic:
        page = mechanic.new_page()
        page.goto(LABEL)
        page.get_by_role("button", name="Add to cart: 500 hours").tap()

        expect(page.get_by_role("status")).to_have_text("It is in your cart.")
        expect(page.get_by_role("link", name="Cart (2)")).to_be_visible()
        # The label does not give away the serial number to a stranger; the order names it all the same.
        assert page.get_by_text(f"For machine {LABEL[1:]}").count() == 2
        page.get_by_role("button", name="Check out").tap()
        page.get_by_label("Name", exact=True).fill("Mel Mechanic")
        page.get_by_label("Mail address").fill("mel@yard.example")
        page.get_by_role("button", name="Order", exact=True).tap()

        expect(page.get_by_role("status")).to_have_text("1 order is placed. A mail confirms it.")
        assert SERIAL_NUMBER not in page.content()

    with site.app.database.read() as tx:
        (order,) = orders.list_orders_of_machine(tx, SERIAL_NUMBER, limit=1)
    assert order.contact.email == "mel@yard.example"
    assert [(line.quantity, line.description) for line in order.lines] == [(1, "Engine Oil Filter"), (2, "Oil Filter")]
    assert {line.vehicle_references for line in order.lines} == {(VehicleReference("SERIALNUMBER", SERIAL_NUMBER),)}


def test_the_pages_on_the_way_can_be_used_by_everyone(browser: Browser, site: Site) -> None:
    with visitor(browser, site.url, PHONE, color_scheme="dark") as mechanic:
        page = mechanic.new_page()
        page.goto(LABEL)
        page.get_by_role("button", name="Add to cart: 500 hours").tap()
        expect(page.get_by_role("status")).to_be_visible()
        assert (faults(page), sideways(page)) == ([], 0)

        page.get_by_role("button", name="Check out").tap()
        page.get_by_label("Name", exact=True).fill("Mel Mechanic")
        page.get_by_label("Mail address").fill("mel@yard.example")
        page.get_by_label("Deliver them").check()
        assert (faults(page), sideways(page)) == ([], 0)

        page.get_by_role("button", name="Order", exact=True).tap()
        expect(page.get_by_role("alert")).to_contain_text("Nothing was ordered.")
        expect(page.get_by_label("Postal code")).to_have_attribute("aria-invalid", "true")
        assert (faults(page), sideways(page)) == ([], 0)

        page.get_by_label("I pick them up").check()
        expect(page.get_by_label("Postal code")).to_be_hidden()
        page.get_by_role("button", name="Order", exact=True).tap()
        expect(page.get_by_role("status")).to_be_visible()
        assert (faults(page), sideways(page)) == ([], 0)
