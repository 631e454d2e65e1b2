"""What a search takes beside its path, and what it answers (sections "Making a Request" and "Results")."""

from enum import StrEnum

from msgspec import UNSET, Struct, UnsetType

from partscounter_contracts.inventory.values import AmountText, Id, SearchVendor

DEFAULT_RESULT_SIZE = 25
LARGEST_RESULT_SIZE = 1000
ALL_RESULTS = "all"


class SortColumn(StrEnum):
    """What a search can be sorted by."""

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


class SortOrder(StrEnum):
    """Which way; the abbreviations `asc` and `desc` are taken too."""

    ASCENDING = "ascending"
    DESCENDING = "descending"


SORT_ORDERS = {
    "ascending": SortOrder.ASCENDING,
    "asc": SortOrder.ASCENDING,
    "descending": SortOrder.DESCENDING,
    "desc": SortOrder.DESCENDING,
}


class MatchReason(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Why an item was found, by one of the things asked for (ours; only with `explain`)."""

    asked: str
    """The path element as sent, or one word of the keywords without case and punctuation."""
    field: str
    value: str
    """What the item says there."""
    by: str
    """Path elements: name, number, alias or mapping. Keywords: exact, squashed (without hyphens and dots) or infix."""
    via: str = ""
    """The alias that made the one into the other."""


class SearchItem(Struct, frozen=True, kw_only=True):
    """One item found. `distance` is in miles, "" without a zipcode; `qa` is there for users who asked for it."""

    type: str
    vendor: SearchVendor
    part_name: str
    make_model: str
    year: str
    oem_number: str
    vendor_sku: str
    vendor_inventory_id: Id
    description: str
    price: AmountText
    coreprice: AmountText
    condition: str
    details_uri: str
    images: list[str]
    distance: int | float | str
    page_number: int
    qa: dict[str, str] | UnsetType = UNSET
    explain: list[MatchReason] | UnsetType = UNSET
    """Ours: only where a search asks for it."""


class SuggestedPartType(Struct, frozen=True, kw_only=True):
    """A part type found among the results, and the address of the same search within it."""

    part_name: str
    part_type_id: Id
    uri: str


class SearchResults(Struct, frozen=True, kw_only=True):
    """One page of items with the exact totals; suggestions only where they were asked for."""

    total_results: int
    total_pages: int
    results: list[SearchItem]
    suggested_part_types: list[SuggestedPartType] | UnsetType = UNSET
