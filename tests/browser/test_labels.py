"""A clerk makes a machine, sees its label and takes it; a phone that reads the label comes to the machine."""

import io
from pathlib import Path

import zxingcpp
from PIL import Image
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Site
from tests.make.browsing import CLERK, PHONE, faults, sideways, sign_in, visitor

CODE = "QRBWX7R2M4K9TZD"


def read_label(picture: bytes) -> list[str]:
    """By a decoder that has nothing to do with what drew the symbol."""
    return [each.text for each in zxingcpp.read_barcodes(Image.open(io.BytesIO(picture)))]


def download(page: Page, name: str) -> bytes:
    with page.expect_download() as started:
        page.get_by_role("link", name=name).click()
    return Path(started.value.path()).read_bytes()


def test_from_the_form_to_the_phone(browser: Browser, site: Site) -> None:
    with visitor(browser, site.url) as desk:
        page = desk.new_page()
        sign_in(page, CLERK)
        page.goto("/portal/machines")
        page.get_by_role("link", name="Add a machine").click()
        page.get_by_label("Serial number").fill("F2600777")
        page.get_by_label("Model").fill("926M")
        page.get_by_label("Code of a printed label").fill(CODE)
        page.get_by_role("button", name="Add the machine").click()
        assert page.get_by_role("status").inner_text().startswith("The machine is known now.")
        assert (faults(page), sideways(page)) == ([], 0)

        page.get_by_role("link", name="Label", exact=True).click()
        page.get_by_label("Label stock").select_option("single-50x50")
        page.get_by_role("button", name="Show it").click()
        preview = page.get_by_role("img", name="Label of CAT 926M F2600777")
        size = preview.evaluate("each => [each.complete, each.naturalWidth, each.naturalHeight]")
        assert (faults(page), sideways(page)) == ([], 0)
        drawn, picture = download(page, "SVG"), download(page, "PNG")

    assert size == [True, 189, 189]
    assert CODE in drawn.decode()
    (address,) = read_label(picture)
    assert address.lower() == f"{site.url}/{CODE}".lower()

    with visitor(browser, site.url, PHONE) as yard:
        phone = yard.new_page()
        phone.goto(address)
        assert phone.get_by_role("heading", level=1).inner_text() == "CAT 926M"
        assert sideways(phone) == 0
