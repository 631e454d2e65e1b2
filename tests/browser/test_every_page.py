"""What holds for every page: axe finds nothing, a phone need not scroll sideways, nothing jumps, and it is light."""

from collections.abc import Mapping
from typing import Final

import pytest
from playwright.sync_api import Browser

from tests.browser.addresses import NOT_THERE, PAGES
from tests.browser.conftest import Site
from tests.browser.furnish import furnish
from tests.make.browsing import DESKTOP, PHONE, faults, shift, sideways, sign_in, visitor, weight

HEAVIEST_PAGE_BYTES: Final = 150_000
LARGEST_SHIFT: Final = 0.01
"""A tenth of what is called good; nothing that an eye would see."""


@pytest.fixture(scope="module")
def made(site: Site) -> Mapping[str, str]:
    return furnish(site.app)


@pytest.mark.parametrize("screen", [(PHONE, "light"), (DESKTOP, "dark")], ids=["phone", "desktop"])
@pytest.mark.parametrize("area", PAGES)
def test_pages_can_be_used_by_everyone(
    browser: Browser, site: Site, made: Mapping[str, str], area: str, screen: tuple[tuple[int, int], str]
) -> None:
    (email, addresses), (size, colours) = PAGES[area], screen
    with visitor(browser, site.url, size, color_scheme=colours) as somebody:
        page = somebody.new_page()
        if email:
            sign_in(page, email)
        for address in addresses:
            answer = page.goto(address.format_map(made))

            assert answer is not None
            assert answer.status == (404 if address in NOT_THERE else 200), address
            assert (address, faults(page), sideways(page)) == (address, [], 0)
            assert 0 < weight(page) < HEAVIEST_PAGE_BYTES, address
            assert shift(page) < LARGEST_SHIFT, address
