"""What a search remembers is gone with the first change: the next answer is that of a program just started."""

import threading
import time
from collections.abc import Callable
from decimal import Decimal

import httpx
import pysqlite3
import pytest

from partscounter.database import WriteTx
from partscounter.domain import customer_templates, dealers, inventory
from partscounter.domain.access import Product, find_credential
from partscounter.domain.customer_templates import TemplateType
from partscounter.domain.inventory import FedItem, Price
from partscounter.wire.inventory.endpoints import search
from tests.make.access import OPERATOR
from tests.make.aliases import make, put
from tests.make.app import index_everything
from tests.make.counter import TESTER
from tests.make.mappings import map_words, part_type
from tests.make.yard import ENGINE, Yard

PATHS = (
    "*/PETERBILT/*",
    "Engine Assembly/*/*?userid=1",
    "*/Pete/*",
    "Power/*/*?sort_column=year&page_number=1",
    "*/*/*?result_size=2&page_number=2&zipcode=68503&explain=1",
    "*/*/*?result_size=all&show_suggested=1",
    "*/*/*?vendor=7001,7009&category=used",
)
TURNS = 3
"""After these everything is remembered that will be, and the search is one that needs no thread."""

DISCOUNT = {"pricing": [{"name": "Fleet", "steps": [{"part_type": "Engine Assembly", "percent_off": 50}]}]}


def answers(client: httpx.Client) -> list[str]:
    return [client.get(f"/inventory/search/{path}").text for path in PATHS]


def change_price(yard: Yard) -> None:
    fed = FedItem("003896", tag_number="E1001", description=ENGINE, price=Price(Decimal(99)))
    yard.app.database.write(TESTER, lambda tx: inventory.put_items(tx, yard.stores["lincoln"], [fed]))


def change_store(yard: Yard) -> None:
    store = yard.stores["lincoln"]
    address = store.address._replace(company="Lincoln Salvage")
    yard.app.database.write(TESTER, lambda tx: dealers.correct_store(tx, store, address, None))


def change_terms(yard: Yard) -> None:
    def assign(tx: WriteTx) -> None:
        customer_templates.put_templates(tx, customer_templates.check_templates(DISCOUNT, "test"))
        user = find_credential(tx, Product.INVENTORY, "webshop")
        assert user is not None
        types = (TemplateType.PRICING,)
        customer_templates.assign_template(tx, credential_id=user.id, userid="1", types=types, name="Fleet")

    yard.app.database.write(OPERATOR, assign)


def change_alias(yard: Yard) -> None:
    put(yard.app.database, make("Pete", "PETERBILT"))


def change_mapping(yard: Yard) -> None:
    map_words(yard.app.database, [part_type("Power", "Engine Assembly")])


def change_vendor(yard: Yard) -> None:
    yard.app.database.write(
        TESTER, lambda tx: dealers.register_dealer(tx, name="New Yard", vendor_id="7009", dealer_code="TD09")
    )


@pytest.mark.parametrize(
    ("change", "differ"),
    [
        (change_price, {0, 1, 4, 5, 6}),
        (change_store, {0, 1, 4, 5, 6}),
        (change_terms, {1}),
        (change_alias, {2}),
        (change_mapping, {3, 5}),
        (change_vendor, set()),
    ],
)
def test_after_any_change_the_next_answer_is_that_of_a_program_just_started(
    yard: Yard, change: Callable[[Yard], None], differ: set[int]
) -> None:
    client = yard.client()
    before = answers(client)
    for _ in range(TURNS):
        assert answers(client) == before == answers(yard.client())

    change(yard)

    after = answers(client)
    for _ in range(TURNS):
        assert after == answers(yard.client()) == answers(client)
    assert {at for at, path in enumerate(PATHS) if after[at] != before[at]} == differ


def test_a_change_by_another_program_is_seen_by_the_next_search(sqlite_yard: Yard, sqlite_url: str) -> None:
    client = sqlite_yard.client()
    before = answers(client)

    other = pysqlite3.connect(sqlite_url.removeprefix("sqlite:///"))
    other.execute("UPDATE items SET text = 'repainted' WHERE inventory_id = '003896'")
    other.commit()
    other.close()

    after = answers(client)
    assert after == answers(sqlite_yard.client())
    assert [before[0].count("repainted"), after[0].count("repainted")] == [0, 1]


def test_two_users_hosts_and_pages_do_not_share_what_is_their_own(yard: Yard) -> None:
    wide, narrow = yard.client(), yard.client("narrow")
    path = "/inventory/search/Engine%20Assembly/*/*"

    for _ in range(2):
        first, second = (wide.get(f"{path}?result_size=1&page_number={page}").json() for page in (1, 2))
        assert [row["page_number"] for row in (*first["results"], *second["results"])] == [1, 2]
        assert [row["price"] for row in (*first["results"], *second["results"])] == ["9000.00", "11000.00"]
        assert [row["price"] for row in narrow.get(path).json()["results"]] == ["11000.00"]
        [shown] = narrow.get(path, headers={"Host": "parts.example"}).json()["results"]
        assert shown["details_uri"] == "http://parts.example/inventory/details/7002/1/1"
        [shown] = narrow.get(f"{path}?userid=bea&zipcode=80202").json()["results"]
        assert (shown["details_uri"][-10:], shown["distance"]) == ("userid=bea", 0)


def test_only_a_search_that_is_known_to_be_quick_is_asked_on_the_event_loop(
    sqlite_yard: Yard, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[int] = []

    class Watched(time.__class__):
        """The clock, which every search reads first and last."""

        @staticmethod
        def thread_time() -> float:
            threads.append(threading.get_ident())
            return 0.0

    monkeypatch.setattr(search, "time", Watched("time"))
    client, path = sqlite_yard.client(), "/inventory/search/Engine%20Assembly/*/*"

    def asked(query: str) -> bool:
        """Whether it was in this thread, in which the client runs the event loop."""
        threads.clear()
        assert client.get(f"{path}?{query}").status_code == 200
        return set(threads) == {threading.get_ident()}

    assert [asked("") for _ in range(4)] == [False, False, True, True]
    assert [asked("explain=1") for _ in range(4)] == [False] * 4
    assert [asked("show_suggested=1") for _ in range(4)] == [False] * 4
    assert [asked("result_size=all") for _ in range(4)] == [False] * 4
    change_price(sqlite_yard)
    assert [asked("") for _ in range(4)] == [False, False, True, True]
    index_everything(sqlite_yard.app)  # a commit that remembers nothing yet
    assert [asked("") for _ in range(3)] == [False, True, True]


def test_a_sold_item_is_gone_from_the_next_search_after_the_index_has_it(yard: Yard) -> None:
    client = yard.client()
    assert client.get("/inventory/search/*/PETERBILT/*").json()["total_results"] == 1

    sold = FedItem("003896", tag_number="E1001", description=ENGINE, price=Price(Decimal(12500)), quantity=0)
    yard.app.database.write(TESTER, lambda tx: inventory.put_items(tx, yard.stores["lincoln"], [sold]))
    index_everything(yard.app)

    assert client.get("/inventory/search/*/PETERBILT/*").json()["results"] == []


def test_what_the_index_finds_but_is_no_longer_there_is_left_out(sqlite_yard: Yard, sqlite_url: str) -> None:
    client, path = sqlite_yard.client(), "/inventory/search/Engine%20Assembly/*/*"
    before = client.get(path).json()["results"]

    other = pysqlite3.connect(sqlite_url.removeprefix("sqlite:///"))
    other.execute("DELETE FROM items WHERE inventory_id = '003896'")
    other.commit()
    other.close()

    left = [row for row in before if row["make_model"] != "PETERBILT 579"]
    assert len(left) == len(before) - 1
    for _ in range(TURNS):
        assert client.get(path).json()["results"] == left
        assert client.get("/inventory/search/*/PETERBILT/*").json()["results"] == []
