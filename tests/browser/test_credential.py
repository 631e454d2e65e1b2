"""The journey of a credential: made in the portal, its command copied and run, and the log shows request and answer."""

import shlex

import httpx
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Site
from tests.make.browsing import OPERATOR, PHONE, faults, sideways, sign_in, visitor


def test_a_credential_is_made_used_and_its_request_seen(browser: Browser, site: Site) -> None:
    with visitor(browser, site.url) as somebody:
        page = somebody.new_page()
        sign_in(page, OPERATOR)
        page.get_by_role("link", name="Credentials").click()
        page.get_by_role("link", name="New credential").click()
        page.get_by_role("main").get_by_role("link", name="Inventory").click()
        page.get_by_role("textbox", name="Name Client id").fill("journey")
        page.get_by_label("Every dealer, those to come too").check()
        page.get_by_role("button", name="Make it and show its secret").click()
        assert faults(page) == []

        expect(page.get_by_role("status")).to_contain_text("not shown again")
        answer = run(page.locator("#command").inner_text())
        assert (answer.status_code, answer.json()["total_results"] > 0) == (200, True)

        page.get_by_role("link", name="Its recent requests").click()
        page.get_by_role("link", name="GET /inventory/search").click()
        expect(page.get_by_role("main")).to_contain_text("200")
        expect(page.get_by_role("main")).to_contain_text(answer.headers["x-request-id"])
        expect(page.get_by_role("main")).to_contain_text(f'"total_results": {answer.json()["total_results"]}')
        assert faults(page) == []


def test_it_works_without_scripts_on_a_phone(browser: Browser, site: Site) -> None:
    with visitor(browser, site.url, PHONE, scripts=False) as somebody:
        page = somebody.new_page()
        sign_in(page, OPERATOR)
        page.goto("/portal/credentials?text=narrow")
        page.get_by_role("link", name="narrow").click()
        page.get_by_label("strict_result_size").select_option("on")
        page.get_by_role("button", name="Save limits and options").click()

        expect(page.get_by_role("status")).to_contain_text("It is saved")
        expect(page.get_by_label("strict_result_size")).to_have_value("true")


def test_every_page_of_a_credential_is_right(browser: Browser, site: Site) -> None:
    with visitor(browser, site.url, PHONE, color_scheme="dark") as somebody:
        page = somebody.new_page()
        sign_in(page, OPERATOR)
        for address in ("/1", "/1/requests", "/6", "/keys", "/new?product=stock", "/new?product=inventory"):
            page.goto(f"/portal/credentials{address}")

            assert (address, faults(page), sideways(page)) == (address, [], 0)


def run(command: str) -> httpx.Response:
    """What a shell would make of the curl command."""
    words = shlex.split(command.replace("\\\n", " "))
    assert words[:3] == ["curl", "-s", "-i"]
    user, _, secret = words[words.index("-u") + 1].partition(":")
    address = next(word for word in words if word.startswith("http"))
    return httpx.get(address, auth=(user, secret))
