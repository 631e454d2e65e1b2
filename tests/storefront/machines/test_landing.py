"""The page that a machine's code leads to: who sees what, what fits, and claiming a printed code."""

import re
from decimal import Decimal
from pathlib import Path

import pytest

from partscounter.asgi import build_asgi
from partscounter.database import Database
from partscounter.domain import assets, inventory, machines, orders
from partscounter.domain.accounts import Role
from partscounter.domain.assets import Asset, MarketSegment
from partscounter.domain.inventory import Description, FedItem, Price
from partscounter.domain.machines import Kit, KitPart
from partscounter.kit.clock import FixedClock
from partscounter.settings import MachineSettings, Settings
from tests.make.accounts import Browser, browser, make_account
from tests.make.app import make_app, make_searching_app
from tests.make.counter import TESTER, Counter, draft_order, make_counter, place, stock_item

CODE = "CMDZ18G9RYCCW8Y"
SERIAL = "F2600123"
BUYER, CLERK = "buyer@parts.example", "clerk@parts.example"


@pytest.fixture
def counter(sqlite_database: Database) -> Counter:
    return make_counter(sqlite_database)


@pytest.fixture
def machine(sqlite_database: Database, counter: Counter) -> Asset:
    """A wheel loader of the counter's customer, with a kit and an order."""
    place(sqlite_database, orders.refer_to_machine(draft_order(counter, (None, 3)), SERIAL))
    kit = Kit("Cat", "926 M", 500, "", (KitPart("1R-1808", 2, "Oil filter"),))
    sqlite_database.write(TESTER, lambda tx: machines.put_kits(tx, [kit]))
    return sqlite_database.write(
        TESTER,
        lambda tx: assets.associate_asset(
            tx,
            qr_code=CODE,
            serial_number=SERIAL,
            originator="TD00",
            model="926M",
            build_year=2019,
            market_segment=MarketSegment("GC", "FARMING", "LGRB", "LIVESTOCK"),
            customer_id=counter.customer.id,
        ),
    )


def visitor_of(database: Database, clock: FixedClock, strangers_see: str = "model") -> Browser:
    settings = Settings(machines=MachineSettings(strangers_see=strangers_see))  # type: ignore[arg-type]  # one of three
    return browser(build_asgi(make_app(database, clock, settings)))


@pytest.fixture
def operator(sqlite_database: Database, clock: FixedClock) -> Browser:
    make_account(sqlite_database)
    visitor = visitor_of(sqlite_database, clock)
    visitor.sign_in()
    return visitor


def seen(page: str) -> list[bool]:
    """Whether model, serial number, kit, owner and order are on the page."""
    return [text in page for text in ("CAT 926M", SERIAL, "1R-1808", "Bea Buyer", "Oil Filter")]


@pytest.mark.parametrize(
    ("strangers_see", "shown"),
    [
        ("nothing", [False, False, False, False, False]),
        ("model", [True, False, True, False, False]),
        ("facts", [True, True, True, False, False]),
    ],
)
def test_a_stranger_sees_what_the_operator_chose(
    sqlite_database: Database, clock: FixedClock, machine: Asset, strangers_see: str, shown: list[bool]
) -> None:
    visitor = visitor_of(sqlite_database, clock, strangers_see)

    answer = visitor.get(f"/{machine.qr_code.lower()}")

    assert answer.status_code == 200
    assert seen(answer.text) == shown
    assert f"/sign-in?next=/{CODE}" in answer.text
    assert answer.headers["cache-control"] == "no-store"


def test_the_owner_sees_everything_and_another_customer_does_not(
    sqlite_database: Database, clock: FixedClock, counter: Counter, machine: Asset
) -> None:
    other = make_counter(sqlite_database, code="TD01", vendor_id="101")
    make_account(sqlite_database, Role.CUSTOMER, BUYER, customer_id=counter.customer.id)
    make_account(sqlite_database, Role.CUSTOMER, "other@parts.example", customer_id=other.customer.id)
    owner, stranger = (visitor_of(sqlite_database, clock, "nothing") for _ in range(2))
    owner.sign_in(BUYER)
    stranger.sign_in("other@parts.example")

    assert seen(owner.get(f"/{machine.qr_code}").text) == [True] * 5
    assert seen(stranger.get(f"/{CODE}").text) == [False] * 5


def test_the_owners_dealer_sees_everything_and_another_dealer_does_not(
    sqlite_database: Database, clock: FixedClock, counter: Counter, machine: Asset
) -> None:
    other = make_counter(sqlite_database, code="TD01", vendor_id="101")
    make_account(sqlite_database, Role.CLERK, CLERK, dealer_ids=[counter.dealer.id])
    make_account(sqlite_database, Role.CLERK, "other@parts.example", dealer_ids=[other.dealer.id])
    clerk, stranger = (visitor_of(sqlite_database, clock, "nothing") for _ in range(2))
    clerk.sign_in(CLERK)
    stranger.sign_in("other@parts.example")

    assert seen(clerk.get(f"/{machine.qr_code}").text) == [True] * 5
    assert seen(stranger.get(f"/{CODE}").text) == [False] * 5


def test_a_machine_that_is_nobodys_shows_staff_their_own_orders_only(
    sqlite_database: Database, clock: FixedClock, machine: Asset
) -> None:
    other = make_counter(sqlite_database, code="TD01", vendor_id="101")
    sqlite_database.write(TESTER, lambda tx: assets.change_asset(tx, machine, customer_id=None))
    make_account(sqlite_database, Role.CLERK, CLERK, dealer_ids=[other.dealer.id])
    make_account(sqlite_database)
    clerk, operator = (visitor_of(sqlite_database, clock) for _ in range(2))
    clerk.sign_in(CLERK)
    operator.sign_in()

    assert seen(clerk.get(f"/{CODE}").text) == [True, True, True, False, False]
    assert seen(operator.get(f"/{CODE}").text) == [True, True, True, False, True]


def test_parts_that_fit_are_shown_with_their_price_and_can_be_put_into_the_cart(
    sqlite_database: Database, clock: FixedClock, counter: Counter, machine: Asset, tmp_path: Path
) -> None:
    fed = [
        FedItem(
            inventory_id=str(number),
            tag_number=f"T{number}",
            description=Description(part_name=f"Part {number}", vehicle_make="Cat", vehicle_model=model),
            price=Price(each=Decimal("123.45")),
            quantity=2,
        )
        for number, model in enumerate(["926-M"] * 12 + ["950"])
    ]
    sqlite_database.write(TESTER, lambda tx: inventory.put_items(tx, counter.store, fed))
    visitor = browser(build_asgi(make_searching_app(sqlite_database, clock, tmp_path)))

    page = visitor.get(f"/{machine.qr_code}").text

    assert len(re.findall(r"<strong>Part \d+ Cat 926-M</strong>", page)) == 10
    assert "12 parts in stock fit." in page
    assert "Part 12" not in page
    assert page.count("€123.45") == 10
    assert page.count('<input type="hidden" name="item"') == 10


@pytest.mark.usefixtures("machine")
def test_a_kit_is_offered_by_the_store_that_has_most_of_it(
    sqlite_database: Database, clock: FixedClock, counter: Counter
) -> None:
    other = make_counter(sqlite_database, code="TD01", vendor_id="101")
    cheap = stock_item(sqlite_database, other, part_code="1R-1808", quantity=1)
    filters = stock_item(sqlite_database, counter, part_code="1R1808")
    oil = stock_item(sqlite_database, counter, inventory_id="2", part_code="3E-9900", quantity=14)
    parts = (KitPart("1R-1808", 2), KitPart("3E9900", 14), KitPart("9X-0000", 1))
    sqlite_database.write(TESTER, lambda tx: machines.put_kits(tx, [Kit("CAT", "926M", 500, "", parts)]))
    visitor = visitor_of(sqlite_database, clock)

    page = visitor.get(f"/{CODE}").text

    assert re.findall(r'name="(item|quantity)" value="(\d+)"', page) == [
        ("item", str(filters)),
        ("quantity", "2"),
        ("item", str(oil)),
        ("quantity", "14"),
    ]
    assert page.count("Not in stock just now") == 1
    assert str(cheap) not in [value for name, value in re.findall(r'name="(\w+)" value="(\d+)"', page)]
    answer = visitor.submit(
        "/shop/cart/add",
        on=f"/{CODE}",
        item=[str(filters), str(oil)],
        quantity=["2", "14"],
        machine=CODE,
    )
    assert answer.headers["location"] == "/shop/cart?done=added"
    cart = visitor.get("/shop/cart").text
    assert cart.count(f"For machine {CODE}") == 2
    assert SERIAL not in cart


@pytest.mark.parametrize("path", ["/JD81N5L8RV1NKDL", "/aaaaaaaaaaaaaaa"])
def test_an_unknown_code_is_a_page_that_says_what_to_do(
    sqlite_database: Database, clock: FixedClock, path: str
) -> None:
    answer = visitor_of(sqlite_database, clock).get(path)

    assert answer.status_code == 404
    assert "No machine has this code" in answer.text
    assert 'href="/scan"' in answer.text


@pytest.mark.parametrize("path", ["/", "/healthz", "/sign-in", "/scan"])
def test_other_addresses_are_not_taken_for_codes(sqlite_database: Database, clock: FixedClock, path: str) -> None:
    answer = visitor_of(sqlite_database, clock).get(path)

    assert answer.status_code in {200, 303}
    assert "No machine has this code" not in answer.text


@pytest.fixture
def free(sqlite_database: Database) -> str:
    return sqlite_database.write(TESTER, lambda tx: assets.make_codes(tx, 1))[0].code


def test_staff_put_a_printed_code_on_a_machine(
    sqlite_database: Database, clock: FixedClock, counter: Counter, free: str
) -> None:
    make_account(sqlite_database, Role.CLERK, CLERK, dealer_ids=[counter.dealer.id])
    clerk = visitor_of(sqlite_database, clock)
    clerk.sign_in(CLERK)

    answer = clerk.submit(f"/{free}", serial_number=" S1 ", make="", model="950")

    assert (answer.status_code, answer.headers["location"]) == (303, f"/{free}")
    with sqlite_database.read() as tx:
        made = assets.get_asset(tx, free)
    assert (made.serial_number, made.name, made.originator) == ("S1", "CAT 950", "TD00")
    assert "CAT 950" in clerk.get(f"/{free}").text


@pytest.mark.parametrize(("serial", "status"), [(SERIAL, 409), ("", 400), ("x" * 101, 400)])
def test_a_claim_that_is_refused_changes_nothing(
    operator: Browser, machine: Asset, free: str, serial: str, status: int
) -> None:
    answer = operator.submit(f"/{free}", serial_number=serial, make="CAT", model="950")

    assert answer.status_code == status
    assert 'role="alert"' in answer.text
    assert machine.name in operator.get(f"/{machine.qr_code}").text
    assert "waits for its machine" in operator.get(f"/{free}").text


def test_only_staff_may_claim(sqlite_database: Database, clock: FixedClock, counter: Counter, free: str) -> None:
    make_account(sqlite_database, Role.CUSTOMER, BUYER, customer_id=counter.customer.id)
    customer, stranger = (visitor_of(sqlite_database, clock) for _ in range(2))
    customer.sign_in(BUYER)

    assert "serial_number" not in stranger.get(f"/{free}").text
    assert customer.submit(f"/{free}", on="/account", serial_number="S1").status_code == 403
    assert stranger.submit(f"/{free}", on="/sign-in", serial_number="S1").status_code == 403
    with sqlite_database.read() as tx:
        assert assets.list_assets(tx) == []


def test_the_page_speaks_the_visitors_language(sqlite_database: Database, clock: FixedClock, machine: Asset) -> None:
    visitor = visitor_of(sqlite_database, clock)

    assert "Wartungssätze" in visitor.get(f"/{machine.qr_code}", headers={"Accept-Language": "de"}).text
