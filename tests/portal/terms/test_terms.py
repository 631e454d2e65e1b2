"""Templates and rules in the portal: made, changed, assigned, applied; operators only."""

from decimal import Decimal

import pytest

from partscounter.app import App
from partscounter.domain import customer_templates, customers, end_users
from partscounter.domain.access import Credential, Product
from partscounter.domain.customer_templates import Assignment, Template, TemplateType
from partscounter.domain.customers import CustomerProfile
from tests.make.access import make_credential
from tests.make.counter import TESTER
from tests.make.desk import Staffed, plain, staffed

STEPS = {
    "vendor": ["", "", "100"],
    "category": ["USED", "", ""],
    "part_type": ["", "", ""],
    "price_from": ["1000", "", ""],
    "price_below": ["", "", ""],
    "percent_off": ["12.5", "", ""],
    "amount_off": ["", "", "25"],
}
RULES = '[[rules]]\nname = "Fleets"\ntemplate = "Fleet"\ntypes = ["pricing"]\ncustomer_type = "fleet"\n'
DEFAULTS = '\n[[dealer_defaults]]\nvendor = "100"\ntemplate = "Fleet"\n'


@pytest.fixture
def desk(app: App) -> Staffed:
    return staffed(app)


@pytest.fixture
def shop(desk: Staffed) -> Credential:
    return make_credential(desk.app.database, product=Product.INVENTORY, name="shop", all_dealers=True)


def templates(desk: Staffed) -> list[Template]:
    with desk.app.database.read() as tx:
        return customer_templates.list_templates(tx)


def assigned(desk: Staffed, user: Credential) -> list[Assignment]:
    with desk.app.database.read() as tx:
        return customer_templates.list_assignments(tx, user.id)


def make_fleet(desk: Staffed) -> None:
    answer = desk.operator.submit("/portal/terms/pricing", name="Fleet", rounding="0.50", **STEPS)
    assert answer.headers["location"] == "/portal/terms?done=saved"


def test_a_template_is_made_of_the_rows_that_say_something(desk: Staffed) -> None:
    make_fleet(desk)

    (made,) = templates(desk)
    assert (made.type, made.name, made.rounding) == (TemplateType.PRICING, "Fleet", Decimal("0.50"))
    first, second = made.steps
    assert (first.selection.category, first.selection.price_from) == ("USED", 1000)
    assert (first.percent_off, second.selection.vendor, second.amount_off) == (Decimal("12.5"), "100", 25)
    assert "Fleet , pricing Pricing 2 0.50 0" in plain(desk.operator.get("/portal/terms").text)


def test_a_template_is_changed_under_its_name(desk: Staffed) -> None:
    make_fleet(desk)
    page = desk.operator.get("/portal/terms/pricing?name=Fleet").text
    assert 'value="12.5"' in page

    steps = STEPS | {"percent_off": ["15", "", ""]}
    desk.operator.submit("/portal/terms/pricing?name=Fleet", name="Other", rounding="", **steps)

    (made,) = templates(desk)
    assert (made.name, made.steps[0].percent_off, made.rounding) == ("Fleet", 15, Decimal("0.01"))


@pytest.mark.parametrize(
    ("given", "error"),
    [
        ({"name": ""}, "error-name"),
        ({"rounding": "0"}, "error-rounding"),
        ({"percent_off": ["101", "", ""]}, "error-percent_off-0"),
        ({"amount_off": ["", "", "x"]}, "error-amount_off-1"),
    ],
)
def test_what_is_wrong_stands_at_its_field(desk: Staffed, given: dict[str, str], error: str) -> None:
    answer = desk.operator.submit("/portal/terms/pricing", **({"name": "Fleet", "rounding": "", **STEPS} | given))

    assert (answer.status_code, f'id="{error}"' in answer.text) == (400, True)
    assert templates(desk) == []


def test_a_new_template_takes_no_known_name(desk: Staffed) -> None:
    make_fleet(desk)
    before = templates(desk)

    again = desk.operator.submit(
        "/portal/terms/pricing", name="Fleet", rounding="", **(STEPS | {"percent_off": ["1", "", ""]})
    )

    assert (again.status_code, templates(desk)) == (409, before)


def test_what_is_hidden_and_how_many_are_shown(desk: Staffed) -> None:
    chosen = {name: STEPS[name] for name in ("vendor", "category", "part_type", "price_from", "price_below")}
    desk.operator.submit("/portal/terms/availability", name="A", hidden=["yes", "", "no"], **chosen)
    desk.operator.submit("/portal/terms/quantity", name="Q", cap=["5", "", ""], hidden=["", "", "yes"], **chosen)

    availability, quantity = templates(desk)
    assert [step.hidden for step in availability.steps] == [True, False]
    assert [(step.cap, step.hidden) for step in quantity.steps] == [(5, False), (None, True)]


def test_a_template_is_assigned_by_hand_and_taken_away(desk: Staffed, shop: Credential) -> None:
    make_fleet(desk)
    given = {"userid": "user-TD00", "api_user": str(shop.id), "name": "Fleet", "type": "pricing"}

    answer = desk.operator.submit("/portal/terms/assign", **given)

    assert answer.headers["location"] == "/portal/terms?done=assigned"
    assert assigned(desk, shop) == [Assignment("user-TD00", TemplateType.PRICING, "Fleet")]
    assert "Pricing Fleet shop hand" in plain(desk.operator.get(f"/portal/customers/{desk.own.customer.id}").text)
    answer = desk.operator.submit("/portal/terms/assign", remove="1", **given)
    assert answer.headers["location"] == "/portal/terms?done=removed"
    assert assigned(desk, shop) == []


@pytest.mark.parametrize(
    ("given", "status"),
    [({"type": "quantity"}, 404), ({"type": ""}, 400), ({"userid": ""}, 400), ({"api_user": "99"}, 404)],
)
def test_what_cannot_be_assigned_changes_nothing(
    desk: Staffed, shop: Credential, given: dict[str, str], status: int
) -> None:
    make_fleet(desk)
    whole = {"userid": "user-TD00", "api_user": str(shop.id), "name": "Fleet", "type": "pricing"} | given

    answer = desk.operator.submit("/portal/terms/assign", **whole)

    assert (answer.status_code, assigned(desk, shop)) == (status, [])


def test_rules_are_saved_shown_again_and_applied_after_a_look(desk: Staffed, shop: Credential) -> None:
    make_fleet(desk)
    profile = CustomerProfile(type="fleet")
    desk.app.database.write(TESTER, lambda tx: customers.put_profiles(tx, {desk.own.customer.id: profile}))

    saved = desk.operator.submit("/portal/terms/rules", rules=RULES + DEFAULTS)

    assert saved.headers["location"] == "/portal/terms/rules?done=saved"
    with desk.app.database.read() as tx:
        assert end_users.write_rules(end_users.current_rules(tx)) == RULES + DEFAULTS
    assert "kind fleet" in desk.operator.get("/portal/terms/rules").text
    look = plain(desk.operator.get("/portal/terms/refresh").text)
    assert "user-TD00 Pricing none Fleet rule Fleets: customer type fleet" in look
    assert assigned(desk, shop) == []
    done = desk.operator.submit("/portal/terms/refresh", api_user=str(shop.id))
    assert done.headers["location"] == f"/portal/terms/refresh?api_user={shop.id}&done=1"
    assert assigned(desk, shop) == [Assignment("user-TD00", TemplateType.PRICING, "Fleet", "Fleets")]
    assert "Nothing would change" in desk.operator.get("/portal/terms/refresh").text


@pytest.mark.parametrize("rules", ["[[rules", "[[rules]]\nname = 1\n", RULES])
def test_rules_that_are_wrong_are_refused_and_stay_in_the_form(desk: Staffed, rules: str) -> None:
    answer = desk.operator.submit("/portal/terms/rules", rules=rules)

    assert (answer.status_code, "Nothing was saved:" in answer.text) == (400, True)
    assert "[[rules" in answer.text
    with desk.app.database.read() as tx:
        assert end_users.list_rules(tx) == []


def test_templates_are_the_operators(desk: Staffed, shop: Credential) -> None:
    for address in ("/portal/terms", "/portal/terms/pricing", "/portal/terms/rules", "/portal/terms/refresh"):
        assert desk.manager.get(address).status_code == 403
    answer = desk.manager.submit("/portal/terms/refresh", on="/portal/customers/new", api_user=str(shop.id))
    assert answer.status_code == 403
    assert desk.operator.get("/portal/terms/nothing").status_code == 404
    assert desk.operator.get("/portal/terms/pricing?name=nothing").status_code == 404
