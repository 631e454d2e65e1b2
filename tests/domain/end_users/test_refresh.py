"""Templates by rules: who gets what, why, and what a refresh leaves alone."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from partscounter.database import Database, WriteTx
from partscounter.database.log import events_of
from partscounter.domain import access, customer_templates, customers, end_users
from partscounter.domain.access import Credential, Product
from partscounter.domain.customer_templates import Assignment, TemplateType, UnknownTemplate
from partscounter.domain.customers import CustomerProfile
from partscounter.domain.end_users import RulesRefused
from tests.make.access import emitted, make_credential
from tests.make.counter import TESTER, Counter, draft_order, make_counter, place, stock_item

PRICING, QUANTITY = TemplateType.PRICING, TemplateType.QUANTITY
TEMPLATES = {
    "pricing": [{"name": name, "steps": [{"percent_off": off}]} for name, off in (("Fleet", 20), ("Basic", 5))],
    "quantity": [{"name": "Basic", "steps": [{"cap": 5}]}],
}
RULES = {
    "rules": [
        {
            "name": "big",
            "template": "Fleet",
            "customer_type": "FLEET",
            "territory": "13",
            "spend_from": 300,
            "currency": "EUR",
        },
        {"name": "west", "template": "Basic", "territory": "13", "types": ["pricing"]},
        {"name": "rest", "template": "Basic", "spend_below": 100, "currency": "EUR"},
    ]
}


@pytest.fixture
def counter(database: Database) -> Counter:
    made = make_counter(database)
    database.write(
        TESTER,
        lambda tx: customer_templates.put_templates(tx, customer_templates.check_templates(TEMPLATES, "test")),
    )
    set_rules(database, RULES)
    make_credential(database, product=Product.INVENTORY, name="shop", secret="a-long-secret", all_dealers=True)
    return made


def set_rules(database: Database, tables: dict[str, object]) -> bool:
    file = end_users.check_rules(tables, "test")
    return database.write(TESTER, lambda tx: end_users.put_rules(tx, file))


def shop(database: Database) -> Credential:
    with database.read() as tx:
        found = access.find_credential(tx, Product.INVENTORY, "shop")
    assert found is not None
    return found


def refresh(database: Database) -> int:
    return end_users.refresh_templates(database, TESTER, shop(database))


def assigned(database: Database) -> list[Assignment]:
    with database.read() as tx:
        return customer_templates.list_assignments(tx, shop(database).id)


def profile(database: Database, counter: Counter, **known: object) -> None:
    said = CustomerProfile(**known)  # type: ignore[arg-type]  # keywords of any type
    database.write(TESTER, lambda tx: customers.put_profiles(tx, {counter.customer.id: said}))


def whys(database: Database, counter: Counter) -> list[object]:
    with database.read() as tx:
        return [event.data["why"] for event in events_of(tx, f"enduser:{counter.customer.userid}")]


def test_the_first_rule_that_fits_counts_for_each_type_and_a_refresh_corrects(
    database: Database, counter: Counter
) -> None:
    userid = counter.customer.userid or ""

    assert refresh(database) == 2
    assert assigned(database) == [
        Assignment(userid, PRICING, "Basic", "rest"),
        Assignment(userid, QUANTITY, "Basic", "rest"),
    ]
    before = emitted(database)
    assert refresh(database) == 0
    assert emitted(database) == before

    profile(database, counter, type="fleet", territories=frozenset({"7", "13"}))
    place(database, draft_order(counter, (stock_item(database, counter), 3)))

    assert refresh(database) == 2
    assert assigned(database) == [Assignment(userid, PRICING, "Fleet", "big")]
    assert whys(database, counter) == [
        "rule rest: ordered for 0.00 EUR in 365 days",
        "rule rest: ordered for 0.00 EUR in 365 days",
        "rule big: customer type FLEET, territory 13, ordered for 300.00 EUR in 365 days",
        "no rule fits any more",
    ]

    assert set_rules(database, {})
    assert (refresh(database), assigned(database)) == (1, [])


def test_what_was_assigned_by_hand_stays(database: Database, counter: Counter) -> None:
    userid, credential = counter.customer.userid or "", shop(database)

    def assign(tx: WriteTx) -> None:
        customer_templates.assign_template(
            tx, credential_id=credential.id, userid=userid, types=[PRICING], name="Fleet"
        )

    database.write(TESTER, assign)

    assert refresh(database) == 1
    assert assigned(database) == [Assignment(userid, PRICING, "Fleet"), Assignment(userid, QUANTITY, "Basic", "rest")]
    set_rules(database, {})
    assert refresh(database) == 1
    assert assigned(database) == [Assignment(userid, PRICING, "Fleet")]


def test_only_customers_whom_the_api_user_sees(database: Database, counter: Counter) -> None:
    make_credential(database, product=Product.INVENTORY, name="blind", secret="a-long-secret")
    set_rules(database, {"rules": [{"name": "all", "template": "Basic", "api_user": "blind"}]})
    with database.read() as tx:
        blind = access.find_credential(tx, Product.INVENTORY, "blind")
        assert blind is not None
        assert end_users.plan_refresh(tx, blind) == []
        assert end_users.plan_refresh(tx, shop(database)) == []
    assert counter.customer.userid


def test_refreshes_and_an_assignment_at_the_same_moment(database: Database, counter: Counter) -> None:
    """The hand wins whichever comes first, and nothing is assigned twice."""
    userid, credential = counter.customer.userid or "", shop(database)

    def assign(tx: WriteTx) -> None:
        customer_templates.assign_template(
            tx, credential_id=credential.id, userid=userid, types=[PRICING], name="Fleet"
        )

    with ThreadPoolExecutor(5) as pool:
        refreshed = [pool.submit(refresh, database) for _ in range(4)]
        by_hand = pool.submit(database.write, TESTER, assign)
        by_hand.result(timeout=30)
        done = sum(each.result(timeout=30) for each in refreshed)

    assert assigned(database) == [Assignment(userid, PRICING, "Fleet"), Assignment(userid, QUANTITY, "Basic", "rest")]
    assert done in (1, 2)
    assert len(whys(database, counter)) == done + 1


def test_a_refused_file_of_rules_changes_nothing(database: Database, counter: Counter) -> None:
    before = emitted(database)
    with pytest.raises(RulesRefused) as unknown:
        set_rules(
            database,
            {"rules": [{"name": "x", "template": "Nobody"}], "dealer_defaults": [{"vendor": "9", "template": "Basic"}]},
        )
    with pytest.raises(RulesRefused) as wrong:
        set_rules(
            database,
            {
                "colour": [],
                "rules": [
                    {"name": "a", "types": ["colour"], "spend_from": 1.5, "spend_days": 0, "size": 1},
                    {"name": "a"},
                ],
                "dealer_defaults": [{"vendor": "9"}],
            },
        )

    assert [each.field for each in unknown.value.violations] == ["rules[0].template", "dealer_defaults[0].vendor"]
    assert [each.field for each in wrong.value.violations] == [
        "colour",
        "rules[0].size",
        "rules[0].template",
        "rules[0].types",
        "rules[0].spend_days",
        "rules[0].spend_from",
        "rules[1].template",
        "dealer_defaults[0]",
        "rules[1]",
    ]
    assert emitted(database) == before
    with database.read() as tx:
        assert [rule.name for rule in end_users.list_rules(tx)] == ["big", "west", "rest"]
    assert not set_rules(database, RULES)
    assert counter.dealer.vendor_id == "100"


def test_an_unknown_template_is_no_default_of_a_dealer(sqlite_database: Database) -> None:
    counter = make_counter(sqlite_database)

    with pytest.raises(UnknownTemplate):
        sqlite_database.write(
            TESTER, lambda tx: customer_templates.set_dealer_defaults(tx, {counter.dealer.id: "Nobody"})
        )
