"""The mapping bench: whose words one sees, what they match, editing one, and the alias table."""

import pytest

from partscounter.domain import mappings
from partscounter.domain.access import Product
from partscounter.domain.accounts import Role
from partscounter.domain.catalog import NameKind, aliases
from partscounter.domain.mappings import MappingRow
from tests.make.access import make_credential
from tests.make.accounts import Browser, make_account
from tests.make.counter import TESTER
from tests.make.stock_desk import OPERATOR, StockDesk

LIST = "/portal/mappings"
MANAGER = "max@parts.example"
PART_TYPE = NameKind.PART_TYPE


@pytest.fixture
def users(desk: StockDesk) -> tuple[int, int]:
    """The manager's API user with three words, and one that sees all dealers."""
    database = desk.app.database
    make_account(database, Role.MANAGER, MANAGER, dealer_ids=[desk.mine.dealer.id])
    mine = make_credential(database, product=Product.INVENTORY, name="shop", dealer_ids=[desk.mine.dealer.id])
    other = make_credential(database, product=Product.INVENTORY, name="everything", all_dealers=True)
    rows = [
        MappingRow(PART_TYPE, "Filters", category="Engine"),
        MappingRow(PART_TYPE, "Oil", "Oil Filter", parent="Filters"),
        MappingRow(PART_TYPE, "Ghost", "No Such Thing"),
    ]
    database.write(TESTER, lambda tx: mappings.replace_mapping(tx, mine.id, rows))
    return mine.id, other.id


def words(desk: StockDesk, user: int) -> dict[str, frozenset[str]]:
    with desk.app.database.read() as tx:
        return {value.text: value.natives for value in mappings.list_values(tx, user, PART_TYPE)}


def form(desk: StockDesk, user: int, **changed: str) -> dict[str, str]:
    """What a browser posts of the word Oil."""
    with desk.app.database.read() as tx:
        version = mappings.mapping_version(mappings.list_rows(tx, user))
    known = {
        "known_as": "Oil",
        "value": "Oil",
        "natives": "Oil Filter",
        "parent": "Filters",
        "number": "",
        "category": "",
    }
    return {"kind": "part_type", "version": version, "step": "save", **known, **changed}


def manager_of(desk: StockDesk) -> Browser:
    return desk.signed_in(MANAGER)


def test_a_manager_sees_the_users_of_the_own_dealer(desk: StockDesk, users: tuple[int, int]) -> None:
    mine, other = users
    page = manager_of(desk).get(LIST).text

    assert (f'href="{LIST}/{mine}"' in page, f'href="{LIST}/{other}"' in page) == (True, False)
    assert f'href="{LIST}/{other}"' in desk.signed_in(OPERATOR).get(LIST).text


@pytest.mark.parametrize("path", ["", "/word"])
def test_foreign_users_are_unknown(desk: StockDesk, users: tuple[int, int], path: str) -> None:
    manager = manager_of(desk)

    for number in (users[1], 999, 10**30):
        assert manager.get(f"{LIST}/{number}{path}").status_code == 404
    answer = manager.submit(
        f"{LIST}/{users[1]}/word", on=f"{LIST}/{users[0]}/word", **form(desk, users[1], known_as="")
    )
    assert answer.status_code == 404
    assert words(desk, users[1]) == {}


def test_clerks_map_nothing(desk: StockDesk, users: tuple[int, int]) -> None:
    clerk = desk.signed_in()

    for address in (LIST, f"{LIST}/aliases", f"{LIST}/{users[0]}", f"{LIST}/{users[0]}/word"):
        assert clerk.get(address).status_code == 403
    assert LIST not in clerk.get("/portal").text


def test_the_bench_says_what_matches_and_what_does_not(desk: StockDesk, users: tuple[int, int]) -> None:
    desk.app.unmatched.add(users[0], PART_TYPE, "Widget", desk.app.clock.now())
    desk.app.database.write(TESTER, lambda tx: mappings.note_unmatched(tx, desk.app.unmatched.take()))
    manager = manager_of(desk)

    page = manager.get(f"{LIST}/{users[0]}").text

    assert "<dt>That match nothing</dt><dd>1</dd>" in page
    assert "<dt>Searched in vain</dt><dd>1</dd>" in page
    assert "word=Widget" in page
    row = page.partition(">Ghost</a>")[2].partition("</tr>")[0]
    assert "Matches nothing" in row
    assert ">Ghost</a>" not in manager.get(f"{LIST}/{users[0]}?q=oil").text
    assert "no words of its own" in manager.get(f"{LIST}/{users[0]}?kind=make").text


def test_a_change_is_planned_then_saved(desk: StockDesk, users: tuple[int, int]) -> None:
    user, manager = users[0], manager_of(desk)
    before = words(desk, user)
    change = form(desk, user, known_as="Ghost", value="Ghost", natives="Oil Filter\r\n", parent="")

    planned = manager.submit(f"{LIST}/{user}/word", **(change | {"step": "plan"}))
    assert "“Ghost” stands for something else: finds 1 item instead of 0" in planned.text
    assert words(desk, user) == before

    saved = manager.submit(f"{LIST}/{user}/word", **change)
    assert saved.headers["location"] == f"{LIST}/{user}?kind=part_type&done=saved"
    assert words(desk, user)["Ghost"] == frozenset({"oilfilter"})


def test_a_word_is_taken_out(desk: StockDesk, users: tuple[int, int]) -> None:
    user = users[0]

    answer = manager_of(desk).submit(f"{LIST}/{user}/word", **form(desk, user, step="remove", known_as="Ghost"))

    assert answer.headers["location"].endswith("done=removed")
    assert set(words(desk, user)) == {"Filters", "Oil"}


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"value": ""}, "value"),
        ({"natives": ""}, "natives"),
        ({"parent": "Nobody"}, "parent"),
        ({"number": "x"}, "number"),
    ],
)
def test_a_wrong_word_is_refused_at_its_field(
    desk: StockDesk, users: tuple[int, int], changed: dict[str, str], field: str
) -> None:
    before = words(desk, users[0])

    answer = manager_of(desk).submit(f"{LIST}/{users[0]}/word", **form(desk, users[0], **changed))

    assert answer.status_code == 400
    assert f'id="error-{field}"' in answer.text
    assert words(desk, users[0]) == before


def test_a_group_with_words_beneath_it_stays(desk: StockDesk, users: tuple[int, int]) -> None:
    before = words(desk, users[0])

    answer = manager_of(desk).submit(
        f"{LIST}/{users[0]}/word", **form(desk, users[0], step="remove", known_as="Filters", value="Filters")
    )

    assert (answer.status_code, "is no part type of this mapping" in answer.text) == (400, True)
    assert words(desk, users[0]) == before


def test_a_change_of_what_another_has_changed_is_refused(desk: StockDesk, users: tuple[int, int]) -> None:
    before = words(desk, users[0])

    answer = manager_of(desk).submit(f"{LIST}/{users[0]}/word", **form(desk, users[0], version="old", natives="Mine"))

    assert (answer.status_code, ">Mine</textarea>" in answer.text) == (409, True)
    assert words(desk, users[0]) == before


def test_a_word_is_begun_with_what_was_searched_or_has_no_word(desk: StockDesk, users: tuple[int, int]) -> None:
    manager = manager_of(desk)

    assert 'name="value" type="text" value="Widget"' in manager.get(f"{LIST}/{users[0]}/word?word=Widget").text
    assert ">Oil Filter</textarea>" in manager.get(f"{LIST}/{users[0]}/word?native=Oil+Filter").text
    assert 'name="known_as" value="Oil"' in manager.get(f"{LIST}/{users[0]}/word?word=oil").text


def test_operators_put_and_remove_aliases(desk: StockDesk) -> None:
    operator = desk.signed_in(OPERATOR)
    page = f"{LIST}/aliases"

    put = operator.submit(page, kind="make", alias="Kitty", name="CAT")
    assert put.headers["location"] == f"{page}?kind=make&done=put"
    assert "Kitty" in operator.get(f"{page}?kind=make&q=kit").text
    removed = operator.submit(f"{page}/remove", on=page, kind="make", alias="Kitty")

    assert removed.headers["location"] == f"{page}?kind=make&done=removed"
    with desk.app.database.read() as tx:
        assert aliases.find_alias(tx, NameKind.MAKE, "Kitty") is None
    assert operator.submit(f"{page}/remove", on=page, kind="make", alias="Kitty").status_code == 404


def test_a_wrong_alias_is_refused_at_its_field(desk: StockDesk) -> None:
    answer = desk.signed_in(OPERATOR).submit(f"{LIST}/aliases", kind="make", alias="-", name="CAT")

    assert (answer.status_code, 'id="error-alias"' in answer.text) == (400, True)
    with desk.app.database.read() as tx:
        assert aliases.list_aliases(tx, NameKind.MAKE) == []


def test_managers_see_aliases_and_leave_them(desk: StockDesk, users: tuple[int, int]) -> None:
    manager = manager_of(desk)

    assert "Save the alias" not in manager.get(f"{LIST}/aliases").text
    answer = manager.submit(f"{LIST}/aliases", on=f"{LIST}/{users[0]}/word", kind="make", alias="Kitty", name="CAT")

    assert answer.status_code == 403
    with desk.app.database.read() as tx:
        assert aliases.find_alias(tx, NameKind.MAKE, "Kitty") is None
