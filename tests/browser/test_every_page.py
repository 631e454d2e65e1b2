"""What holds for every page: axe finds nothing, a phone need not scroll sideways, and it is light."""

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import Site
from tests.make.browsing import DESKTOP, OPERATOR, PHONE, faults, sideways, sign_in, visitor, weight

STOCK = (
    "/portal/inventory",
    "/portal/inventory?show=off",
    "/portal/inventory/new",
    "/portal/inventory/1",
    "/portal/inventory/1/edit",
)
FOR_EVERYONE = ("/", "/sign-in", "/scan", "/shop")
ORDERS = (
    "/portal/orders",
    "/portal/orders?work=all&q=6385&sort=oldest",
    "/portal/orders/117159",
    "/portal/orders/117159/ship",
    "/portal/orders/117159/promise",
    "/portal/sales",
    "/portal/sales/approvals/117159",
    "/portal/sales/returns",
    "/portal/sales/orders/117159/return",
    "/portal/sales/cores",
)
FOR_STAFF = ("/portal", "/account", *ORDERS, *STOCK)
HEAVIEST_PAGE_BYTES = 150_000


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("colours", ["light", "dark"])
def test_pages_for_everyone(browser: Browser, site: Site, size: tuple[int, int], colours: str) -> None:
    with visitor(browser, site.url, size, color_scheme=colours) as somebody:
        page = somebody.new_page()
        for address in FOR_EVERYONE:
            page.goto(address)

            assert (address, faults(page), sideways(page)) == (address, [], 0)


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("colours", ["light", "dark"])
def test_pages_for_staff(browser: Browser, site: Site, size: tuple[int, int], colours: str) -> None:
    with visitor(browser, site.url, size, color_scheme=colours) as somebody:
        page = somebody.new_page()
        sign_in(page, OPERATOR)
        for address in FOR_STAFF:
            page.goto(address)

            assert (address, faults(page), sideways(page)) == (address, [], 0)


@pytest.mark.parametrize("address", [*FOR_EVERYONE, *FOR_STAFF])
def test_a_page_is_light(browser: Browser, site: Site, address: str) -> None:
    with visitor(browser, site.url) as somebody:
        page = somebody.new_page()
        sign_in(page, OPERATOR)
        page.goto(address, wait_until="load")

        assert 0 < weight(page) < HEAVIEST_PAGE_BYTES
