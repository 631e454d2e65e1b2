"""Reads the rows of a table of stores."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from partscounter.domain.inventory.imports import cells
from partscounter.domain.inventory.imports.columns import Column
from partscounter.domain.inventory.sheets.reading import Reading
from partscounter.kit.money import is_plain_number
from partscounter.kit.sheets import TableRow

_ADDRESS = (
    Column("company", "The name that customers see."),
    Column("contact", "Who answers there."),
    Column("street", "Street and number."),
    Column("mailing", "Where mail goes, if elsewhere."),
    Column("city", "City."),
    Column("state", "State or province."),
    Column("postal_code", "ZIP or postal code: text. Where distances are counted from."),
    Column("country", "Country."),
    Column("phone", "Telephone number."),
    Column("fax", "Fax number."),
    Column("email", "Where its people read mail."),
)
COLUMNS = (
    Column("vendor_id", "The dealer's number: text, leading zeros count.", required=True),
    Column("vendor_store", "The store's number within the dealer: text.", required=True),
    Column("vendor_name", "The dealer's name, used where it is not known yet; blank = the store's company."),
    *_ADDRESS,
    Column("latitude", "Degrees north, such as 41.25, if the place is known better than by its postal code."),
    Column("longitude", "Degrees east, such as -96.01; given together with the latitude."),
    Column("store_id", "Its name in the parts-orders contract, unique for the dealer; blank = none."),
    Column("currency", "ISO 4217, such as USD, which blank stands for. Prices of its items are taken to be in it."),
    Column("tax_percent", "Added to net prices; blank = 0."),
    Column("asynchronous", "true or false: stock is reserved after the answer to an order; blank = false."),
    Column("requires_order_reference", "true or false: an order must give its reference; blank = false."),
    Column("retention_days", "How long a fulfilled order stays readable in parts orders; blank = for ever."),
)

_CURRENCY = re.compile(r"[A-Z]{3}")
_DAYS = re.compile(r"[0-9]{1,6}")
_DEGREES = re.compile(r"-?[0-9]{1,3}(?:\.[0-9]+)?")
_MOST_TAX = 100


@dataclass(frozen=True, slots=True)
class StoreRow:
    """What one row says of a store; columns that the table does not have are not in the mappings."""

    line: int
    vendor_id: str
    vendor_store: str
    vendor_name: str
    address: Mapping[str, str]
    facts: Mapping[str, Any]
    """By the names of `Store`."""


def read_stores(reading: Reading) -> Sequence[StoreRow]:
    """The rows, without those that say again what an earlier one said."""
    rows = []
    for row in reading.table.rows:
        vendor_id, vendor_store = reading.store(row)
        read = StoreRow(
            line=row.line,
            vendor_id=vendor_id,
            vendor_store=vendor_store,
            vendor_name=reading.cell(row, "vendor_name", cells.read_text, ""),
            address=reading.present(row, [column.name for column in _ADDRESS], cells.read_text, ""),
            facts=_facts(reading, row),
        )
        if reading.is_first(row.line, "vendor_store", (vendor_id, vendor_store), row.cells):
            rows.append(read)
    return rows


def _facts(reading: Reading, row: TableRow) -> dict[str, Any]:
    readers = {
        "store_id": ("store_id", _read_name),
        "currency": ("currency", _read_currency),
        "tax_percent": ("tax_rate", _read_percent),
        "asynchronous": ("takes_orders_asynchronously", _read_switch),
        "requires_order_reference": ("requires_order_reference", _read_switch),
        "retention_days": ("retention_days", _read_days),
    }
    facts: dict[str, Any] = {
        name: reading.cell(row, column, read, None) for column, (name, read) in readers.items() if reading.has(column)
    }
    return facts | _point(reading, row)


def _point(reading: Reading, row: TableRow) -> dict[str, Any]:
    """Both or neither; nothing at all where both are blank, so that the postal code counts."""
    north = reading.cell(row, "latitude", lambda text: _read_degrees(text, 90), None)
    east = reading.cell(row, "longitude", lambda text: _read_degrees(text, 180), None)
    if bool(row.cells["latitude"]) != bool(row.cells["longitude"]):
        column = "longitude" if row.cells["latitude"] else "latitude"
        reading.refuse(row.line, column, "latitude and longitude are given together")
    given = reading.has("latitude") or reading.has("longitude")
    return {"latitude": north, "longitude": east} if given else {}


def _read_name(text: str) -> str | None:
    return cells.read_id(text) if text else None


def _read_currency(text: str) -> str:
    code = text.upper() or "USD"
    if not _CURRENCY.fullmatch(code):
        raise ValueError(f"{text!r} is not a currency code of three letters")
    return code


def _read_percent(text: str) -> Decimal:
    if text and not is_plain_number(text):
        raise ValueError(f"{text!r} is not a percentage")
    percent = Decimal(text or "0")
    if not 0 <= percent <= _MOST_TAX or percent != round(percent, 2):
        raise ValueError(f"{text!r} is not a percentage from 0 to {_MOST_TAX} with at most two decimal places")
    return round(percent, 2)


def _read_switch(text: str) -> bool:
    return cells.read_truth(text) if text else False


def _read_days(text: str) -> int | None:
    if text and not _DAYS.fullmatch(text):
        raise ValueError(f"{text!r} is not a number of days")
    return int(text) if text else None


def _read_degrees(text: str, most: int) -> float | None:
    if not text:
        return None
    if not _DEGREES.fullmatch(text) or abs(float(text)) > most:
        raise ValueError(f"{text!r} is not a number of degrees from -{most} to {most}")
    return float(text)
