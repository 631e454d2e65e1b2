"""What a search asks of the index, with every name already resolved to ids.

A value that maps to nothing means no results, never no filter: in a Filter None filters nothing, an empty set matches
nothing.

The total order, the same for every engine: the column as asked; what is unknown (no text, no year, no price, no date)
last in both directions; then price ascending with unknown prices last; then id ascending. Ties are ascending also under
a descending column. Texts compare by the bytes of `kit.text.fold`, by the first 48 of them; prices from
LARGEST_PRICE_CENTS on count as one.
"""

from enum import StrEnum
from typing import NamedTuple

from partscounter.search.keywords import Expression

SORTED_TEXT = 48
"""How many characters of a folded text take part in sorting."""

LARGEST_PRICE_CENTS = 3_000_000_000
"""Where prices stop being told apart when sorting: 30 million."""

_NONE: frozenset[int] = frozenset()


class Field(StrEnum):
    """What items can be counted by."""

    LINE = "line"
    DEALER = "dealer"
    STORE = "store"
    PART_TYPE = "part_type"
    MAKE = "make"
    MODEL = "model"
    LISTED_MAKE = "listed_make"
    """What an item is listed under: the manufacturer of a part that has one, else the make of its vehicle."""
    LISTED_MODEL = "listed_model"
    CATEGORY = "category"
    YEAR = "year"


class SortKey(StrEnum):
    """The sort columns of the inventory search, spelled as its `sort_column` spells them."""

    PART_NAME = "part_name"
    MAKE_MODEL = "make_model"
    YEAR = "year"
    OEM_NUMBER = "oem_number"
    VENDOR_SKU = "vendor_sku"
    DESCRIPTION = "description"
    PRICE = "price"
    COREPRICE = "coreprice"
    CONDITION = "condition"
    TYPE = "type"
    DISTANCE = "distance"
    VENDOR = "vendor"
    DATE_ADDED = "date_added"


class Filter(NamedTuple):
    """Which items: all conditions must hold; within one set any member will do.

    A tuple, because every search makes some, and that takes a sixth of a frozen dataclass's time.
    """

    lines: frozenset[int] | None = None
    dealers: frozenset[int] | None = None
    stores: frozenset[int] | None = None
    part_types: frozenset[int] | None = None
    makes: frozenset[int] | None = None
    models: frozenset[int] | None = None
    categories: frozenset[int] | None = None
    vehicle_keys: frozenset[str] | None = None
    uids: frozenset[int] | None = None
    year_from: int | None = None
    """Inclusive. Either bound leaves items of unknown year out."""
    year_to: int | None = None
    price_from: int | None = None
    """Cents, inclusive. Either bound leaves items of unknown price out."""
    price_to: int | None = None
    keywords: Expression | None = None
    exclude: tuple["Filter", ...] = ()
    """Items that match any of these are left out, such as what an end user's template hides."""

    def matches_nothing(self) -> bool:
        """Whether some condition is an empty set, so that no index need be asked."""
        return _NONE in self

    def asks_one_thing(self) -> bool:
        """Whether there is one condition and no more."""
        return self.count(None) == _ALL_BUT_ONE and not self.exclude


_ALL_BUT_ONE = Filter().count(None) - 1
