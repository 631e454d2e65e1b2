"""The journey of a file: handed in, planned, carried out, found by a search, and undone."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from partscounter.worker.run import build_import_worker
from tests.browser.conftest import Site
from tests.make.app import index_everything
from tests.make.browsing import CLERK, faults, sign_in, visitor

ROW = "7001,1,J-1,Journey Hood,JRN,{number},2,10.50"
HEADER = "vendor_id,vendor_store,vendor_inventory_id,part_type,brand_code,part_code,quantity,price"


def work(site: Site) -> None:
    """What the other processes do: import, and follow with the index."""
    while build_import_worker(site.app).run_due():
        pass
    index_everything(site.app)


def has_found(page: Page, number: str) -> bool:
    """Whether a search finds an item of this number on offer."""
    page.goto("/portal/inventory")
    page.get_by_label("Part number, tag or words").fill(number)
    page.get_by_role("button", name="Search").click()
    return not page.get_by_role("heading", name="0 items on offer").is_visible()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_import_plan_apply_search_undo(browser: Browser, site: Site, scripts: bool) -> None:
    number = f"990{int(scripts)}"
    row = ROW.format(number=number)
    with visitor(browser, site.url, scripts=scripts) as clerk:
        page = clerk.new_page()
        sign_in(page, CLERK)
        page.goto("/portal/imports")
        page.get_by_label(re.compile("^File")).set_input_files(
            {"name": "journey.csv", "mimeType": "text/csv", "buffer": f"{HEADER}\n{row}\n".encode()}
        )
        page.get_by_role("button", name="Plan the import").click()
        expect(page.get_by_text("The file is being read and compared")).to_be_visible()
        work(site)
        # With a script or by itself, the page finds out.
        expect(page.get_by_text("Nothing has been changed yet.")).to_be_visible(timeout=10_000)
        if scripts:
            assert faults(page) == []
        assert not has_found(page, number)

        page.goto("/portal/imports")
        page.get_by_role("row", name=re.compile("journey.csv")).first.get_by_role("link").click()
        page.get_by_role("button", name="Carry out the import").click()
        work(site)
        expect(page.get_by_text("The file was imported.")).to_be_visible(timeout=10_000)
        address = page.url
        assert has_found(page, number)

        page.goto(address)
        page.get_by_role("button", name="Undo the import").click()
        work(site)
        expect(page.get_by_text("The import was undone by")).to_be_visible(timeout=10_000)
        if scripts:
            assert faults(page) == []
        assert not has_found(page, number)
