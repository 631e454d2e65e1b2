"""A real Chromium for tests of pages, and what axe finds on a page.

Its driver keeps an event loop on the thread that started it: tests of a module that uses it serve their app from
`tests.make.web.running`, and call no in-process client.
"""

import json
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Final

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from partscounter.demo.accounts import PASSWORD

OPERATOR: Final = "operator@demo.example"
CLERK: Final = "clerk@demo.example"
CUSTOMER: Final = "cate@demo.example"
PHONE: Final = (390, 844)
DESKTOP: Final = (1280, 900)
RULES: Final = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
"""WCAG 2.2 AA with all that it contains, and what axe counts as good practice."""
_QUIET: Final = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
    "--no-sandbox",
)


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser; ended with the block. Its absence is a failure: `make chromium` installs it."""
    path = shutil.which("chromium")
    assert path is not None, "there is no Chromium; `make chromium` installs it"
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=list(_QUIET))
        try:
            yield browser
        finally:
            browser.close()


def visitor(
    browser: Browser, base_url: str, size: tuple[int, int] = DESKTOP, *, scripts: bool = True, **options: str
) -> BrowserContext:
    """Somebody with cookies of their own and a screen of `size`; `options` are Playwright's, such as `locale`."""
    width, height = size
    return browser.new_context(
        base_url=base_url,
        viewport={"width": width, "height": height},
        java_script_enabled=scripts,
        is_mobile=size == PHONE,
        has_touch=size == PHONE,
        **options,  # type: ignore[arg-type]  # Playwright types each by itself
    )


def sign_in(page: Page, email: str, password: str = PASSWORD) -> None:
    """By the form, as a person does."""
    page.goto("/sign-in")
    page.get_by_label("Mail address").fill(email)
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Sign in").click()


def faults(page: Page) -> list[str]:
    """What axe holds against the page as it is now: the rule and the element of each violation."""
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": list(RULES)}})
    return [_said(rule, node) for rule in found.response["violations"] for node in rule["nodes"]]


def sideways(page: Page) -> int:
    """By how many pixels the page is wider than the screen."""
    width: int = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return width


def _said(rule: Mapping[str, object], node: Mapping[str, object]) -> str:
    return f"{rule['id']}: {json.dumps(node['target'])} {node['html']}"


def weight(page: Page) -> int:
    """The bytes of the page and of all that it loaded, photos left out, as they came over the wire."""
    size: int = page.evaluate(
        """[...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
           .filter(each => !each.name.includes("/photos/"))
           .reduce((sum, each) => sum + each.encodedBodySize, 0)"""
    )
    return size


def shift(page: Page) -> float:
    """How much moved by itself while the page was built: the sum of its layout shifts."""
    moved: float = page.evaluate(
        """new Promise(done => new PerformanceObserver(seen => done(
               seen.getEntries().reduce((sum, each) => sum + each.value, 0)
           )).observe({type: "layout-shift", buffered: true}) || setTimeout(() => done(0), 50))"""
    )
    return moved
