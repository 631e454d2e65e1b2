"""Rows of a customers file as customers: the columns, under either of their names, and what is wrong in the cells."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from partscounter.kit.address import PostalAddress
from partscounter.kit.refusal import Invalid, Violation
from partscounter.kit.sheets import AnyFile, TableRow, given, read_table

LONGEST = 200
_MAIL = re.compile(r"[^@\s]+@[^@\s]+")
_SEPARATOR = re.compile(r"[|;,]")

COLUMNS: Mapping[str, str] = {
    "vendor_id": "",
    "code": "BillToCode",
    "userid": "",
    "company": "BillToName",
    "title": "",
    "given_name": "",
    "family_name": "",
    "email": "",
    "phone": "",
    "language": "",
    "street": "BillToAddress1",
    "city": "BillToCity",
    "state": "BillToState",
    "postal_code": "BillToPostCode",
    "country": "",
    "customer_type": "",
    "price_code": "DefaultPriceCode",
    "territories": "TerritoryCodes",
    "ship_to_code": "ShipToCode",
    "ship_to_street": "ShipToAddress1",
    "ship_to_city": "ShipToCity",
    "ship_to_state": "ShipToState",
    "ship_to_postal_code": "ShipToPostCode",
}
"""Our columns, with the names that the order-export vendor's customers.csv has for them."""

_OURS = {name.lower(): ours for ours, theirs in COLUMNS.items() for name in (ours, theirs) if name}
_PLACE = {
    "ship_to_street": "street",
    "ship_to_city": "city",
    "ship_to_state": "state",
    "ship_to_postal_code": "postal_code",
}
_LANGUAGES = ("", "de", "en", "es", "fr")


class CustomersRefused(Invalid):
    """The file does not describe customers; every wrong cell is named by its line and column."""

    code = "customers_refused"


@dataclass(frozen=True, slots=True)
class CustomerDraft:
    """One customer of a file, from all its rows. A blank says nothing."""

    line: int
    vendor_id: str
    code: str
    cells: Mapping[str, str]
    places: tuple[PostalAddress, ...] = ()

    @property
    def territories(self) -> frozenset[str]:
        """Several stand in one cell, with a comma, a semicolon or a bar between them."""
        return frozenset(each.strip() for each in _SEPARATOR.split(self.cells["territories"]) if each.strip())


def read_customers(file: AnyFile, *, vendor_id: str = "", codes_are_userids: bool = False) -> list[CustomerDraft]:
    """The customers of the file, in the order of their first rows; `vendor_id` is for rows that name no dealer.

    Columns of other names are passed over. Refuses with TableRefused, and with CustomersRefused for wrong cells.
    """
    rows = read_table(file, (), others_pass=True)
    wrong = _wrong_columns(rows)
    drafts: dict[tuple[str, str], CustomerDraft] = {}
    for row in () if wrong else rows:
        cells = dict.fromkeys(COLUMNS, "") | _known(row)
        cells["vendor_id"] = cells["vendor_id"] or vendor_id
        if codes_are_userids:
            cells["userid"] = cells["userid"] or cells["code"]
        wrong += _wrong_cells(row.line, cells)
        draft = CustomerDraft(row.line, cells["vendor_id"], cells["code"], cells, _places(cells))
        key = (draft.vendor_id, draft.code)
        drafts[key] = _together(drafts[key], draft, wrong) if key in drafts else draft
    if wrong:
        values = "1 value is" if len(wrong) == 1 else f"{len(wrong)} values are"
        raise CustomersRefused(f"{values} wrong in {given(file).name}", tuple(wrong))
    return list(drafts.values())


def _known(row: TableRow) -> dict[str, str]:
    return {_OURS[name.lower()]: cell for name, cell in row.cells.items() if name.lower() in _OURS}


def _wrong_columns(rows: Sequence[TableRow]) -> list[Violation]:
    """A column twice, under both of its names; or no code."""
    if not rows:
        return []
    ours = [_OURS[name.lower()] for name in rows[0].cells if name.lower() in _OURS]
    issues = [f"there are several columns for {name}" for name in sorted(set(ours)) if ours.count(name) > 1]
    issues += [] if "code" in ours else ["there is no column code, nor BillToCode"]
    return [Violation("line 1", issue) for issue in issues]


def _wrong_cells(line: int, cells: Mapping[str, str]) -> list[Violation]:
    issues = [(name, "is required") for name in ("vendor_id", "code") if not cells[name]]
    issues += [
        (name, f"must be printable text of at most {LONGEST} characters")
        for name, cell in cells.items()
        if len(cell) > LONGEST or not cell.isprintable()
    ]
    if cells["email"] and not _MAIL.fullmatch(cells["email"]):
        issues.append(("email", f"{cells['email']!r} is not a mail address"))
    if cells["language"].lower() not in _LANGUAGES:
        issues.append(("language", f"{cells['language']!r} is none of {', '.join(_LANGUAGES[1:])}"))
    if not cells["ship_to_code"] and any(cells[name] for name in _PLACE):
        issues.append(("ship_to_code", "is required with an address"))
    return [Violation(f"line {line}, column {name}", issue) for name, issue in issues]


def _places(cells: Mapping[str, str]) -> tuple[PostalAddress, ...]:
    if not cells["ship_to_code"]:
        return ()
    return (PostalAddress(code=cells["ship_to_code"], **{ours: cells[name] for name, ours in _PLACE.items()}),)


def _together(first: CustomerDraft, more: CustomerDraft, wrong: list[Violation]) -> CustomerDraft:
    """A further row of the same customer: another place, and what the rows before left blank."""
    own = [name for name in COLUMNS if not name.startswith("ship_to_")]
    for name in own:
        if first.cells[name] and more.cells[name] and first.cells[name] != more.cells[name]:
            issue = f"{more.cells[name]!r} is not what line {first.line} says of the same customer"
            wrong.append(Violation(f"line {more.line}, column {name}", issue))
    for place in more.places:
        if any(known.code == place.code and known != place for known in first.places):
            issue = f"{place.code!r} has another address on an earlier line"
            wrong.append(Violation(f"line {more.line}, column ship_to_code", issue))
    cells = {name: first.cells[name] or more.cells[name] for name in COLUMNS}
    return replace(first, cells=cells, places=tuple(dict.fromkeys((*first.places, *more.places))))
