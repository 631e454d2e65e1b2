"""A clerk with a keyboard and no mouse finds an order, sees the mail and ships a part; the customer's side follows."""

import re

from playwright.sync_api import Browser, Page

from partscounter.database.log import events_of
from partscounter.domain import notifications, orders
from partscounter.domain.notifications import MailState
from partscounter.domain.orders import OrderState, Quantities
from partscounter.subscriptions import SEND_MAIL
from partscounter.worker.send_mail import ACTOR
from tests.browser.conftest import Site
from tests.make.browsing import CLERK, sign_in, visitor

NUMBER = "6385-00C112685"
MOST_TABS = 80


def go_to(page: Page, name: str) -> None:
    """Press Tab until the thing of this name has the focus."""
    wanted = re.compile(name)
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        said = page.evaluate(
            "(e => e.getAttribute('aria-label') || (e.labels && e.labels[0] || e).innerText)(document.activeElement)"
        )
        if wanted.search(said or ""):
            return
    raise AssertionError(f"nothing called {name} can be reached by keyboard")


def fill(page: Page, name: str, text: str) -> None:
    go_to(page, name)
    page.keyboard.press("Control+a")
    page.keyboard.type(text)


def follow(page: Page, name: str) -> None:
    go_to(page, name)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def quantities(site: Site) -> list[Quantities]:
    with site.app.database.read() as tx:
        return [line.quantities for line in orders.get_order_named(tx, NUMBER).lines]


def test_ships_a_part_by_keyboard_alone(browser: Browser, site: Site) -> None:
    with visitor(browser, site.url) as somebody:
        page = somebody.new_page()
        sign_in(page, CLERK)
        page.goto("/portal/orders")
        before = quantities(site)

        fill(page, "Number, reference", "00c112685")
        with page.expect_navigation():
            page.keyboard.press("Enter")
        follow(page, f"^{NUMBER}")
        follow(page, "^Ship$")
        ship_page = page.url
        for line, units in enumerate(("2", "0", "0"), start=1):
            fill(page, f"Units of line {line}", units)
        fill(page, "^Carrier", "UPS")
        fill(page, "^Method", "Ground")
        fill(page, "^Tracking number", "1Z999")
        follow(page, "^Preview the mail$")

        assert "Partially Shipped (PS): 2 x 1R-1801" in page.inner_text("main")
        assert "1Z999" in page.inner_text("pre")
        assert quantities(site) == before

        form = page.evaluate("Object.fromEntries(new FormData(document.querySelector('main form')))")
        follow(page, "^Ship$")

        assert page.get_by_role("status").inner_text() == "Shipped."
        shipped = quantities(site)
        assert [line.in_transit for line in shipped] == [2, 0, 0]
        assert page.get_by_role("link", name="1Z999").get_attribute("href") == (
            "https://www.ups.com/track?tracknum=1Z999"
        )

        again = somebody.request.post(ship_page, form=form, headers={"Origin": site.url})

        assert "nothing was changed a second time" in again.text()
        assert quantities(site) == shipped
    _customer_hears_of_it(site)


def _customer_hears_of_it(site: Site) -> None:
    """The order has gone on for every door, and the one mail that the shipment causes is queued."""
    with site.app.database.read() as tx:
        order = orders.get_order_named(tx, NUMBER)
        event = events_of(tx, f"order:{order.id}")[-1]
        said = notifications.explain_order(tx, order, mail_job=SEND_MAIL)[-1].sentence
    update_id = event.data["update"]
    assert isinstance(update_id, int)
    mail = site.app.database.write(
        ACTOR,
        lambda tx: notifications.prepare_mail(tx, event_id=event.id, order_id=order.id, update_id=update_id),
    )
    assert said.startswith("Queued: job")
    assert (order.tracking_status, order.state) == ("PS", OrderState.SHIPPED)
    assert (mail.state, mail.recipient) == (MailState.QUEUED, order.contact.email)
    assert "1Z999" in mail.message.text
