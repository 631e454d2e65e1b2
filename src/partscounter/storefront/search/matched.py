"""Why a part number was found: where the typed number stands in one of the item's."""

from collections.abc import Iterator
from dataclasses import dataclass

from partscounter.domain.inventory import Item
from partscounter.kit.text import split_numbers, squash
from partscounter.search import Expression
from partscounter.search.why import number_fields, why_found


@dataclass(frozen=True, slots=True)
class MatchedNumber:
    """One of the item's numbers, cut where the typed word begins and ends."""

    field: str
    """As the inventory contract calls it."""
    before: str
    hit: str
    after: str

    @property
    def text(self) -> str:
        """The number as a whole."""
        return f"{self.before}{self.hit}{self.after}"


def matched_numbers(keywords: Expression | None, item: Item) -> list[MatchedNumber]:
    """Each number once, in the order typed; none for a search without keywords."""
    if keywords is None:
        return []
    numbers = number_fields(item)
    found: dict[str, MatchedNumber] = {}
    for match in why_found(keywords, item):
        for number in split_numbers(match.text) if match.field in numbers else ():
            if match.word in squash(number):
                found.setdefault(squash(number), cut(match.field, number, match.word))
    return list(found.values())


def cut(field: str, text: str, word: str) -> MatchedNumber:
    """`157B2210` by `b2210`, whatever stands between its letters and digits; not cut where it is not found."""
    places = list(_alphanumeric(text))
    at = "".join(letter for _, letter in places).find(word)
    if at < 0 or not word:
        return MatchedNumber(field, text, "", "")
    first, last = places[at][0], places[at + len(word) - 1][0]
    return MatchedNumber(field, text[:first], text[first : last + 1], text[last + 1 :])


def _alphanumeric(text: str) -> Iterator[tuple[int, str]]:
    """Letters and digits as searches compare them, each with its place."""
    return ((place, letter) for place, character in enumerate(text) for letter in squash(character))
