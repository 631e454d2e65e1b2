"""Finding a part on a phone by the keyboard alone: a number, its suggestion, the result, the item, a question."""

from playwright.sync_api import Browser, Page, expect

from partscounter.domain import leads
from tests.browser.conftest import Site
from tests.make.browsing import PHONE, faults, sideways, visitor

TITLE = "Turbocharger CUMMINS ISX 2014"


def tab_to(page: Page, name: str) -> None:
    """Press Tab until the link, button or field of this name has the focus; at most a hundred times."""
    for _ in range(100):
        page.keyboard.press("Tab")
        focused = page.evaluate(
            "() => { const at = document.activeElement; return at.labels?.[0]?.innerText ?? at.innerText; }"
        )
        if name in " ".join(focused.split()):
            return
    raise AssertionError(f"Tab does not come to {name!r}")


def test_from_a_number_to_a_question_by_keyboard(browser: Browser, site: Site) -> None:
    with visitor(browser, site.url, PHONE) as mechanic:
        page = mechanic.new_page()
        page.goto("/shop")

        tab_to(page, "Part number or words")
        page.keyboard.type("b2210")
        expect(page.get_by_role("option", name="157B2210")).to_be_visible()
        assert (faults(page), sideways(page)) == ([], 0)
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", level=1)).to_have_text("Results for “157B2210”")

        tab_to(page, TITLE)
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)

        tab_to(page, "Your question")
        page.keyboard.type("Does it come with the actuator?")
        tab_to(page, "Name")
        page.keyboard.type("Mel Mechanic")
        tab_to(page, "Mail address")
        page.keyboard.type("mel@yard.example")
        page.keyboard.press("Enter")

        expect(page.get_by_role("status")).to_contain_text("Your question was sent to Test Dealer 00 Lincoln.")
        assert faults(page) == []

    with site.app.database.read() as tx:
        (lead,) = leads.list_newest_leads(tx)
    assert lead.fact("comments") == "Does it come with the actuator?"
    assert lead.draft.contact.address.email == "mel@yard.example"


def test_without_scripts_the_box_is_a_form(browser: Browser, site: Site) -> None:
    with visitor(browser, site.url, PHONE, scripts=False) as mechanic:
        page = mechanic.new_page()
        page.goto("/shop")
        page.get_by_label("Part number or words").fill("B2210")
        page.get_by_role("button", name="Search").click()

        expect(page.get_by_role("link", name=TITLE, exact=True)).to_be_visible()


def test_escape_closes_the_suggestions_and_leaves_what_was_typed(browser: Browser, site: Site) -> None:
    with visitor(browser, site.url) as somebody:
        page = somebody.new_page()
        page.goto("/shop")
        box = page.get_by_role("combobox")
        box.press_sequentially("cummins")
        expect(page.get_by_role("option").first).to_be_visible()
        assert box.get_attribute("aria-expanded") == "true"
        box.press("ArrowUp")
        assert box.get_attribute("aria-activedescendant") is not None
        box.press("Escape")

        expect(page.get_by_role("listbox")).to_be_hidden()
        assert (box.get_attribute("aria-expanded"), box.input_value()) == ("false", "cummins")
        assert box.get_attribute("aria-activedescendant") is None
