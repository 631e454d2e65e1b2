"""Rows of search results are remembered as JSON: never out of date, and the same as made anew."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from random import Random
from typing import Any

import msgspec
import pytest

from partscounter.database import WriteTx
from partscounter.domain import dealers, inventory
from partscounter.domain.customer_templates import EVERYBODY
from partscounter.domain.inventory import FedItem, Price
from partscounter.domain.inventory.shown import ShownItem
from partscounter.search import Hit
from partscounter.wire.inventory.found import Found
from partscounter.wire.inventory.links import Links
from partscounter.wire.inventory.remembered import Remembered
from partscounter.wire.inventory.render_found import found_json, render_found
from tests.make.counter import TESTER
from tests.make.yard import ENGINE, Yard

PATH = "/inventory/search/*/PETERBILT/*"
LINKS = (Links("http://counter.example"), Links("https://other.example/x", "bea & co"))
TEXTS = ("", 'a "quoted", \\ text', ',"distance":"","page_number":0', "Größe 10″\n", "</b>", "x" * 3_000)


def shown(random: Random) -> ShownItem:
    """An item of texts that are hard to put into JSON and to take apart again."""

    def text() -> str:
        return random.choice(TEXTS)

    return ShownItem(
        id=random.randint(1, 9),
        inventory_id=random.choice(("007", "7", "a/b ?")),
        tag_number=text(),
        part_name=text(),
        vehicle_make=text(),
        vehicle_model=text(),
        part_manufacturer=text(),
        part_model=text(),
        year=random.choice((None, 2014)),
        category=text(),
        condition=text(),
        text=text(),
        oem_number=text(),
        images_json=random.choice(("[]", '["/1.jpg", "https://img.example/2.jpg"]')),
        price_cents=random.choice((None, 0, 5, 1_250_000)),
        core_cents=random.choice((None, 1)),
        units=1,
        listed=True,
        vendor_store=random.choice(("1", "007")),
        address_json=random.choice(("{}", '{"company": "Gr\\u00f6\\u00dfe", "city": "Lincoln"}')),
        dealer_name=text(),
        vendor_id=random.choice((None, "7001")),
        questions_json=random.choice(("[]", '[["distance", ""], ["page_number", "0"], ["HP", "\\"450\\""]]')),
    )


def test_what_is_remembered_is_byte_for_byte_what_is_made_anew() -> None:
    random = Random(20_261_122)  # noqa: S311 - a repeatable choice, no secret

    for turn in range(500):
        miles = random.choice((None, Decimal(0), Decimal("12.5"), Decimal(100)))
        found, links, with_qa = Found(shown(random), Hit(1, miles)), random.choice(LINKS), turn % 2 == 0
        anew = msgspec.json.encode(render_found(found, links, page_number=turn, with_qa=with_qa))
        for _ in range(2):
            [raw] = found_json([found], links, page_number=turn, with_qa=with_qa)
            assert bytes(raw) == anew


@pytest.mark.parametrize(
    ("change", "member", "told"),
    [
        (lambda yard, tx: fed(yard, tx, price=Price(Decimal(99))), "price", "99.00"),
        (lambda yard, tx: fed(yard, tx, price=Price(Decimal(12500), Decimal(7))), "coreprice", "7.00"),
        (lambda yard, tx: fed(yard, tx, description=replace(ENGINE, text="bent")), "description", "bent"),
        (lambda yard, tx: fed(yard, tx, description=replace(ENGINE, images=())), "images", []),
        (lambda yard, tx: fed(yard, tx, tag_number="E7"), "vendor_sku", "E7"),
    ],
)
def test_a_changed_item_is_shown_as_it_is_by_the_next_search(
    yard: Yard, change: Callable[[Yard, WriteTx], None], member: str, told: object
) -> None:
    before = row(yard)
    assert row(yard) == before

    yard.app.database.write(TESTER, lambda tx: change(yard, tx))

    changed = {member, "coreprice"} if member == "price" else {member}
    after = row(yard)
    assert after[member] == told
    assert {name for name, value in after.items() if value != before[name]} == changed


def test_a_changed_store_is_shown_as_it_is_by_the_next_search(yard: Yard) -> None:
    store, before = yard.stores["lincoln"], row(yard)
    address = store.address._replace(company="Lincoln Salvage", phone="402-555-0199")

    yard.app.database.write(TESTER, lambda tx: dealers.correct_store(tx, store, address, None))

    after = row(yard)
    assert after == {
        **before,
        "vendor": {**before["vendor"], "company": "Lincoln Salvage", "phone_number": "402-555-0199"},
    }


def test_of_many_end_users_the_first_are_forgotten() -> None:
    memory, everybody = Remembered(), Links("http://counter.example")
    kept = memory.rows(everybody, EVERYBODY, with_qa=False)

    for userid in range(5_000):
        memory.rows(Links("http://counter.example", str(userid)), EVERYBODY, with_qa=False)

    last = memory.rows(Links("http://counter.example", "4999"), EVERYBODY, with_qa=False)
    assert last is memory.rows(Links("http://counter.example", "4999"), EVERYBODY, with_qa=False)
    assert kept is not memory.rows(everybody, EVERYBODY, with_qa=False)


def row(yard: Yard) -> dict[str, Any]:
    """The one engine of the yard as a search shows it."""
    with yard.client() as client:
        [found] = client.get(PATH).json()["results"]
    result: dict[str, Any] = found
    return result


def fed(yard: Yard, tx: WriteTx, **facts: object) -> None:
    known = {"tag_number": "E1001", "description": ENGINE, "price": Price(Decimal(12500), Decimal(1500))}
    inventory.put_items(tx, yard.stores["lincoln"], [FedItem("003896", **{**known, **facts})])  # type: ignore[arg-type]  # keywords of any type
