"""A customer buys from two sellers; one ships by order tracking, and the customer sees the parcel and has mail."""

import re

import httpx
from playwright.sync_api import Browser, Page, expect

from partscounter.database.log import events_of
from partscounter.domain import access, notifications, orders
from partscounter.domain.access import Product
from partscounter.domain.notifications import MailState
from partscounter.domain.orders import Order
from partscounter.subscriptions import SEND_MAIL
from partscounter.worker.send_mail import ACTOR
from tests.browser.conftest import Site
from tests.make.browsing import CUSTOMER, faults, sign_in, visitor

TRACKING = "/eCommerce/orderTracking/v3/tracking"
ADD = re.compile("^Add to cart")


def test_buys_from_two_sellers_and_follows_the_parcel(browser: Browser, site: Site) -> None:
    with visitor(browser, site.url) as customer:
        page = customer.new_page()
        _put_into_cart(page, "157B2210")
        sign_in(page, CUSTOMER)
        _put_into_cart(page, "RTLO-16913A")

        sellers = page.get_by_role("heading", level=2)
        expect(sellers).to_have_text(["Test Dealer 00 Lincoln", "Test Dealer 01 Denver"])
        page.get_by_role("button", name="Check out").click()
        page.get_by_label("Your reference").fill("PO 5150")
        page.get_by_role("button", name="Order", exact=True).click()
        expect(page.get_by_role("status")).to_have_text("2 orders are placed. A mail confirms each.")

        order = _ordered(site)
        _ship(site, order)
        page.goto("/shop/orders?q=po+5150")
        expect(page.get_by_role("status")).to_have_text("2 orders")
        page.locator(f'a[href="/shop/orders/{order.id}"]').click()

        expect(page.get_by_text("Your order is fully shipped")).to_be_visible()
        assert page.get_by_role("link", name="Follow shipment 1Z999").get_attribute("href") == (
            "https://www.ups.com/track?tracknum=1Z999"
        )
        assert faults(page) == []
    _customer_has_mail(site, order)


def _put_into_cart(page: Page, number: str) -> None:
    page.goto(f"/shop/search?q={number}")
    page.get_by_role("button", name=ADD).first.click()
    expect(page.get_by_role("status")).to_have_text("It is in your cart.")


def _ordered(site: Site) -> Order:
    """The order of the dealer TD00."""
    with site.app.database.read() as tx:
        found = [order for order in orders.iterate_orders(tx) if order.terms.reference == "PO 5150"]
    return min(found, key=lambda order: order.dealer_id)


def _ship(site: Site, order: Order) -> None:
    """As the dealer's own system tells it."""
    with site.app.database.read() as tx:
        credential = access.find_credential(tx, Product.CAT, "td00-demo")
    assert credential is not None
    token = site.app.authenticator.issue_token(credential).access_token
    body = {
        "dealerCode": "TD00",
        "documentNumber": order.document_number,
        "documentStatus": "FS",
        "fulfillment": {
            "type": "delivery",
            "status": "",
            "parts": [{"partNumber": order.lines[0].code, "quantity": 1}],
            "shipmentInformation": {
                "carrier": "UPS",
                "shipmentDate": "2026-03-02",
                "shipmentMethod": "Ground",
                "trackingId": "1Z999",
            },
        },
    }
    answer = httpx.post(
        f"{site.url}{TRACKING}",
        params={"storeId": "21801"},
        json=body,
        headers={"Authorization": f"Bearer {token}"},
    )
    assert answer.status_code == 204, answer.text


def _customer_has_mail(site: Site, order: Order) -> None:
    """The mail of the shipment is queued, and leads to the page of the order."""
    with site.app.database.read() as tx:
        event = events_of(tx, f"order:{order.id}")[-1]
        said = notifications.explain_order(tx, order, mail_job=SEND_MAIL)[-1].sentence
    update_id = event.data["update"]
    assert isinstance(update_id, int)
    mail = site.app.database.write(
        ACTOR,
        lambda tx: notifications.prepare_mail(
            tx, event_id=event.id, order_id=order.id, update_id=update_id, base_url="https://counter.example"
        ),
    )
    assert said.startswith("Queued: job")
    assert (mail.state, mail.recipient) == (MailState.QUEUED, order.contact.email)
    assert "1Z999" in mail.message.text
    assert "https://counter.example/order/order." in mail.message.text
