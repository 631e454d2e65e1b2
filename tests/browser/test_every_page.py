"""What holds for every page: axe finds nothing, a phone need not scroll sideways, and it is light."""

from typing import Final

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import Site
from tests.make.browsing import CUSTOMER, DESKTOP, OPERATOR, PHONE, faults, sideways, sign_in, visitor, weight

HEAVIEST_PAGE_BYTES: Final = 150_000
MACHINE: Final = "/CMDZ18G9RYCCW8Y"
PAGES: Final = {
    "everyone": ("", ("/", "/developers", "/sign-in", "/scan", "/shop")),
    "finding parts": (
        "",
        (
            "/shop/search?q=ISX&make=CUMMINS",
            "/shop/search?q=nothing-has-this",
            "/shop/items/20",
            "/shop/items/999999",
            "/shop/place",
            "/shop/wants",
            "/shop/wants/new",
        ),
    ),
    "a visitor's cart": ("", ("/shop/cart", MACHINE)),
    "buying": (
        CUSTOMER,
        (
            MACHINE,
            "/shop/cart",
            "/shop/orders",
            "/shop/orders?q=nothing",
            "/shop/orders/117159",
            "/shop/orders/117159/return",
            "/shop/returns",
        ),
    ),
    "own account": (OPERATOR, ("/portal", "/account", "/account/code")),
    "orders": (
        OPERATOR,
        (
            "/portal/orders",
            "/portal/orders?work=all&q=6385&sort=oldest",
            "/portal/orders/117159",
            "/portal/orders/117159/ship",
            "/portal/orders/117159/promise",
        ),
    ),
    "stock": (
        OPERATOR,
        (
            "/portal/inventory",
            "/portal/inventory?show=off",
            "/portal/inventory/new",
            "/portal/inventory/1",
            "/portal/inventory/1/edit",
        ),
    ),
    "operating": (
        OPERATOR,
        (
            "/portal/credentials",
            "/portal/credentials/new",
            "/portal/people",
            "/portal/people/1",
            "/portal/people/new",
        ),
    ),
}
"""Addresses by area, with who looks at them: nobody in particular, or somebody of the demo."""
NOT_THERE: Final = frozenset({"/shop/items/999999"})
"""A page that says so, and what to do."""


@pytest.mark.parametrize(("size", "colours"), [(PHONE, "light"), (DESKTOP, "dark")], ids=["phone", "desktop"])
@pytest.mark.parametrize("area", PAGES)
def test_pages_can_be_used_by_everyone(
    browser: Browser, site: Site, area: str, size: tuple[int, int], colours: str
) -> None:
    email, addresses = PAGES[area]
    with visitor(browser, site.url, size, color_scheme=colours) as somebody:
        page = somebody.new_page()
        if email:
            sign_in(page, email)
        for address in addresses:
            answer = page.goto(address)

            assert answer is not None
            assert answer.status == (404 if address in NOT_THERE else 200), address
            assert (address, faults(page), sideways(page)) == (address, [], 0)
            assert 0 < weight(page) < HEAVIEST_PAGE_BYTES, address
