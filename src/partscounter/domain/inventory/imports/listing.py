"""Reads one native row: an item as it is fed, and what the row says about its store."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from typing import TypeVar

from partscounter.domain.inventory.feed import FedItem
from partscounter.domain.inventory.imports import cells
from partscounter.domain.inventory.item import Description, Line, Price
from partscounter.kit.address import PostalAddress
from partscounter.kit.refusal import Violation

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Listing:
    """A right row."""

    vendor_id: str
    vendor_store: str
    place: PostalAddress
    """Company, city, state, postal code and country of the store, as far as this row names them."""
    fed: FedItem

    @property
    def identity(self) -> tuple[str, str, str]:
        """What no two different rows of a file may share."""
        return self.vendor_id, self.vendor_store, self.fed.inventory_id

    def digest(self) -> bytes:
        """Equal for two rows exactly if they say the same."""
        return blake2b(repr(self).encode(), digest_size=8).digest()


class _Reading:
    """One row under way: every wrong cell is noted, and the row read to its end."""

    def __init__(self, row: Mapping[str, str]) -> None:
        self._row = row
        self.violations: list[Violation] = []

    def cell(self, column: str, read: Callable[[str], T], absent: T) -> T:
        """The value of `column`; `absent` where there is no such column or its cell is wrong."""
        if column not in self._row:
            return absent
        text = self._row[column].strip()
        try:
            return read(text)
        except ValueError as wrong:
            self.violations.append(Violation(column, str(wrong), text))
            return absent

    def text(self, column: str) -> str:
        return self.cell(column, cells.read_text, "")

    def required(self, column: str, read: Callable[[str], str]) -> str:
        if column not in self._row:
            self.violations.append(Violation(column, "must not be blank"))
        return self.cell(column, read, "")


def read_listing(row: Mapping[str, str], latest_year: int) -> Listing | tuple[Violation, ...]:
    """The listing that `row`, text by native column, spells; or every wrong column of it."""
    reading = _Reading(row)
    listing = Listing(
        vendor_id=reading.required("vendor_id", cells.read_id),
        vendor_store=reading.required("vendor_store", cells.read_id),
        place=_place(reading),
        fed=_fed(reading, latest_year),
    )
    return tuple(reading.violations) or listing


def _place(reading: _Reading) -> PostalAddress:
    return PostalAddress(
        company=reading.text("company"),
        city=reading.text("city"),
        state=reading.text("state"),
        postal_code=reading.text("postal_code"),
        country=reading.text("country"),
    )


def _fed(reading: _Reading, latest_year: int) -> FedItem:
    return FedItem(
        inventory_id=reading.required("vendor_inventory_id", cells.read_id),
        line=reading.cell("line", cells.read_line, Line.HEAVY_TRUCK),
        tag_number=reading.text("tag_number"),
        brand_code=reading.text("brand_code"),
        part_code=reading.text("part_code"),
        description=_description(reading, latest_year),
        price=Price(
            each=reading.cell("price", cells.read_amount, None),
            core=reading.cell("core_price", cells.read_amount, None),
            list=reading.cell("list_price", cells.read_amount, None),
        ),
        listed=reading.cell("available", cells.read_truth, absent=True),
        quantity=reading.cell("quantity", cells.read_units, 1),
    )


def _description(reading: _Reading, latest_year: int) -> Description:
    text, markup = reading.cell("description", cells.read_description, ("", ""))
    return Description(
        part_name=reading.required("part_type", cells.read_required_text),
        vendor_part_name=reading.text("vendor_part_name"),
        vehicle_make=reading.text("make"),
        vehicle_model=reading.text("model"),
        part_manufacturer=reading.text("part_manufacturer"),
        part_model=reading.text("part_model"),
        year=reading.cell("year", lambda year: cells.read_year(year, latest_year), None),
        category=reading.text("category"),
        condition=reading.text("condition"),
        side=reading.text("side"),
        text=text,
        html=markup,
        oem_number=reading.text("oem_number"),
        serial_number=reading.text("serial_number"),
        alternate_numbers=reading.text("alternate_numbers"),
        vin=reading.text("vin"),
        vehicle_id=reading.text("vehicle_id"),
        images=reading.cell("images", cells.read_images, ()),
        questions=reading.cell("qa", cells.read_questions, ()),
    )
