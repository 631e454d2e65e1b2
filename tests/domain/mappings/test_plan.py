"""What a mapping would change, told before it is saved."""

import pytest

from partscounter.database import Database
from partscounter.domain import catalog, mappings
from partscounter.domain.access import CredentialNotFound
from partscounter.domain.catalog import NameKind
from partscounter.domain.mappings import InvalidMapping, MappingPlan, MappingRow, MappingSize, WordChange, WordFate
from tests.make.aliases import part_type as alias
from tests.make.aliases import put
from tests.make.counter import TESTER
from tests.make.mappings import map_words, part_type, user_id
from tests.make.yard import make_user

NOW = [part_type("Motors", "Engine Assembly"), part_type("Boxes", "Transmission"), part_type("Hoods", "Hood")]
ITEMS = {"Engine Assembly": 7, "Transmission": 4, "Hood": 2, "Bonnet": 1}
PART_TYPE = NameKind.PART_TYPE


@pytest.fixture
def mapped(database: Database) -> Database:
    make_user(database, "webshop")
    database.write(TESTER, lambda tx: catalog.number_names(tx, PART_TYPE, list(ITEMS)))
    map_words(database, NOW)
    return database


def plan(database: Database, rows: list[MappingRow], id_: int | None = None) -> MappingPlan:
    user = user_id(database) if id_ is None else id_
    with database.read() as tx:
        text_of = {name.id: name.text for name in catalog.list_names(tx, PART_TYPE)}
        count = lambda _, ids: sum(ITEMS[text_of[number]] for number in ids)  # noqa: E731 - counts as the index would
        return mappings.plan_mapping(tx, user, rows, count)


def test_every_word_that_would_find_something_else_is_told_with_its_items(mapped: Database) -> None:
    put(mapped, alias("Cowl", "Hood"))
    planned = plan(
        mapped,
        [
            part_type("MOTORS", "engine-assembly"),
            part_type("Boxes", "Transmission", parent="All"),
            part_type("Boxes", "Engine Assembly"),
            part_type("All"),
            part_type("Cowl", "Bonnet"),
            part_type("Ghost", "Flux Capacitor"),
        ],
    )

    assert planned == MappingPlan(
        MappingSize(values=5, pairs=5),
        (
            WordChange(PART_TYPE, "All", WordFate.GAINED, 0, 11),
            WordChange(PART_TYPE, "Boxes", WordFate.CHANGED, 4, 11),
            # Without a word of its own the user found what is called so natively.
            WordChange(PART_TYPE, "Cowl", WordFate.GAINED, 2, 1),
            WordChange(PART_TYPE, "Ghost", WordFate.GAINED, 0, 0),
            WordChange(PART_TYPE, "Hoods", WordFate.LOST, 2, 0),
        ),
    )


def test_a_number_that_would_find_something_else_than_its_word_tells_is_told(mapped: Database) -> None:
    with mapped.read() as tx:
        native = catalog.find_name(tx, PART_TYPE, "Bonnet")
    assert native == 1
    rows = [part_type("Motors", "Engine Assembly", number="210"), part_type("Boxes", "Transmission", number="220")]
    map_words(mapped, rows)

    exchanged = [
        part_type("Motors", "Engine Assembly", number="220"),
        part_type("Boxes", "Transmission", number="210"),
        part_type("Lids", "Hood", number=str(native)),
        part_type("Caps", "Bonnet", number="230"),
    ]
    assert sorted(plan(mapped, exchanged).changes, key=lambda change: change.text) == [
        # The number of Caps, which found nothing, goes without saying; that of Lids found what has it natively.
        WordChange(PART_TYPE, str(native), WordFate.GAINED, 1, 2),
        WordChange(PART_TYPE, "210", WordFate.CHANGED, 7, 4),
        WordChange(PART_TYPE, "220", WordFate.CHANGED, 4, 7),
        WordChange(PART_TYPE, "Caps", WordFate.GAINED, 0, 1),
        WordChange(PART_TYPE, "Lids", WordFate.GAINED, 0, 2),
    ]


def test_the_same_mapping_changes_nothing_and_planning_writes_nothing(mapped: Database) -> None:
    assert plan(mapped, NOW).changes == ()
    assert [change.fate for change in plan(mapped, []).changes] == [WordFate.LOST] * 3

    with mapped.read() as tx:
        assert [value.text for value in mappings.list_values(tx, user_id(mapped), PART_TYPE)] == [
            "Boxes",
            "Hoods",
            "Motors",
        ]


def test_what_saving_would_refuse_is_refused(mapped: Database) -> None:
    with pytest.raises(InvalidMapping):
        plan(mapped, [part_type("Lost")])
    with pytest.raises(CredentialNotFound):
        plan(mapped, [], id_=999)
