"""Values that several inventory objects share. What is unknown is "" everywhere, never null or absent."""

from enum import StrEnum

from msgspec import Struct

from partscounter_contracts.number import Code

Id = Code
"""A number where that loses no digit (see `number_or_text`), else text: real ids have leading zeros and letters."""
AmountText = str
"""A price as text with two places, such as "1250.00"."""
UNKNOWN = ""
WILDCARD = "*"
"""Stands for a search element that is not to be looked at."""
RESULT_HEADER = "X-Result"
"""Where a HEAD answer carries its small result, as compact JSON (this project's addition: HEAD has no body)."""
YES = frozenset({"1", "true"})
"""The spellings of a switch that is on."""


class Category(StrEnum):
    """The categories a parts catalogue starts with; a dealer may have others."""

    USED = "USED"
    NEW = "NEW"
    REMANUFACTURED = "REMANUFACTURED"
    CORE = "CORE"


class SearchVendor(Struct, frozen=True, kw_only=True):
    """The store an item stands in, as search, details and feed print it."""

    company: str
    contact: str
    city: str
    state: str
    postal_code: str
    phone_number: str
    fax_number: str
    email: str
    vendor_id: Id
    vendor_store: Id


class Done(Struct, frozen=True, kw_only=True):
    """It is done."""

    success: bool = True


class ErrorReason(Struct, frozen=True, kw_only=True):
    """A code to branch on and a sentence to show."""

    code: str
    message: str


class ErrorBody(Struct, frozen=True, kw_only=True):
    """The body of every refusal of this API (the document shows none; ours)."""

    error: ErrorReason
