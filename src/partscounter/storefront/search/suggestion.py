"""What can be suggested for some typed letters, and how it is found."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from partscounter.database import ReadTx
from partscounter.domain import inventory
from partscounter.domain.catalog import NameKind, aliases
from partscounter.domain.inventory import Item
from partscounter.kit.text import squash
from partscounter.search import Expression, Filter, SortKey, View, parse_keywords
from partscounter.storefront.search.asked import read_asked
from partscounter.storefront.search.matched import MatchedNumber, cut, matched_numbers
from partscounter.web.incoming import Query

MOST_NUMBERS: Final = 6
MOST_NAMES: Final = 4
"""Of each kind."""
NUMBER: Final = "number"
_LOOKED_AT: Final = 40
_FIELDS: Final[Mapping[NameKind, str]] = {
    NameKind.PART_TYPE: "type",
    NameKind.MAKE: "make",
    NameKind.MODEL: "model",
}


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One line of the list."""

    kind: str
    """`number`, or the field of the search that it fills in."""
    words: MatchedNumber
    """What is suggested, cut where the typed letters stand in it."""
    about: str
    """What has this number, or which name the word stands for."""
    count: int
    """How many items the search finds; 0 where that was not counted."""
    address: str


def suggest_numbers(tx: ReadTx, view: View, scope: Filter, typed: str) -> list[Suggestion]:
    """Part numbers of items in `scope` in which `typed` stands; of four letters and digits on, also in the middle."""
    keywords = parse_keywords(typed)
    if keywords is None:
        return []
    wanted = scope._replace(keywords=keywords)
    uids = view.top(wanted, SortKey.OEM_NUMBER, descending=False, offset=0, limit=_LOOKED_AT)[1]
    items = inventory.load_items(tx, uids)
    key = squash(typed)
    found: dict[str, Suggestion] = {}
    for item in (items[uid] for uid in uids if uid in items):
        for suggestion in _of_item(item, keywords, key):
            found.setdefault(squash(suggestion.words.text), suggestion)
    order = sorted(found, key=lambda number: (not number.startswith(key), number))
    return [found[number] for number in order[:MOST_NUMBERS]]


def _of_item(item: Item, keywords: Expression, key: str) -> list[Suggestion]:
    about = " ".join(each for each in (item.description.part_name, item.make_model) if each)
    numbers = [each.text for each in matched_numbers(keywords, item) if key in squash(each.text)]
    return [Suggestion(NUMBER, cut(NUMBER, text, key), about, 0, _address(q=text)) for text in numbers]


def suggest_names(
    tx: ReadTx, kind: NameKind, typed: str, count: Callable[[NameKind, frozenset[int]], int]
) -> list[Suggestion]:
    """Names of one kind, and other words for them, in which `typed` stands and of which there is something."""
    key = squash(typed)
    found: dict[frozenset[int], Suggestion] = {}
    for text, name in aliases.suggest_words(tx, kind, typed, 3 * MOST_NAMES):
        numbers = aliases.names_called(tx, kind, text)
        if numbers and numbers not in found and len(found) < MOST_NAMES and (items := count(kind, numbers)):
            field = _FIELDS[kind]
            found[numbers] = Suggestion(field, cut(field, text, key), name, items, _address(**{field: text}))
    return list(found.values())


def _address(**texts: str) -> str:
    return read_asked(Query()).address(**texts)
