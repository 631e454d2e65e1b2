"""Reads native rows: what each says of its item and of its store, or what is wrong with its cells.

The columns are settled once for a file, many rows are read a column at a time, and the value of a text that comes again
is remembered, so that most cells cost one look into a dictionary.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from operator import itemgetter
from typing import Any, NamedTuple

from partscounter.domain.inventory.imports import cells
from partscounter.domain.inventory.intake import FedRow, json_list, json_terms
from partscounter.domain.inventory.item import Line, PartTerms, part_key
from partscounter.kit.made_once import made_once
from partscounter.kit.refusal import Violation

REMEMBERED = 20_000
"""Texts of one column whose values are kept; when there are more they are forgotten, and it begins again."""


class StoreTold(NamedTuple):
    """What one row says about its store."""

    vendor_id: str
    vendor_store: str
    company: str = ""
    city: str = ""
    state: str = ""
    postal_code: str = ""
    country: str = ""


class NativeRow(NamedTuple):
    """A row whose cells are right."""

    told: StoreTold
    fed: FedRow


class _Column(NamedTuple):
    """How a native column is read, and what stands for it in a file that does not have it."""

    read: Callable[[str], object]
    absent: object = ""
    required: bool = False
    repeats: bool = True
    """Whether the same text comes often enough for its value to be kept."""
    trims: bool = False
    """Whether `read` takes blanks off by itself."""


class RowReader:
    """Reads the rows of one file. Model years after `latest_year` are wrong."""

    def __init__(self, latest_year: int) -> None:
        self._columns = _columns(latest_year)
        self._read = {
            name: made_once(_trimmed(column.read), REMEMBERED)
            if column.repeats
            else column.read
            if column.trims
            else _trimmed(column.read)
            for name, column in self._columns.items()
        }
        self._settle(frozenset())

    def read(self, row: Mapping[str, str]) -> NativeRow | tuple[Violation, ...]:
        """What `row`, text by native column, says; or every wrong column of it."""
        try:
            ((told,), (fed,)) = self.read_columns({name: (text,) for name, text in row.items()})
        except ValueError:
            return self._wrong(row)
        return NativeRow(told, fed)

    def read_columns(self, columns: Mapping[str, Sequence[str]]) -> tuple[list[StoreTold], list[FedRow]]:
        """What rows say, of which these are the native columns. Raises ValueError if any cell is wrong."""
        if columns.keys() != self._known:
            self._settle(frozenset(columns))
        if self._missing:
            raise ValueError("a required column is missing")
        values: list[Sequence[Any]] = [list(map(read, columns[name])) for name, read in self._steps]
        values += [[absent] * len(values[0]) for absent in self._absent]
        brand_codes, part_codes, descriptions = self._computed(values)
        values += zip(*descriptions, strict=True)
        values.append(list(map(_part_key, brand_codes, part_codes)))
        values.append([_part_key("", part_code) for part_code in part_codes])
        told, fed = zip(*self._store(values), strict=True), zip(*self._fed(values), strict=True)
        return list(map(StoreTold._make, told)), list(map(FedRow._make, fed))

    def _settle(self, given: frozenset[str]) -> None:
        """Learn which of the columns the rows have."""
        self._known = given
        self._missing = [name for name, column in self._columns.items() if column.required and name not in self._known]
        present = [name for name in self._columns if name in self._known]
        absent = [name for name in self._columns if name not in self._known]
        self._steps = [(name, self._read[name]) for name in present]
        self._absent = [*(self._columns[name].absent for name in absent), _TERMS]
        order = [*present, *absent, "terms", "text", "html", "part_key", "code_key"]
        place = {name: at for at, name in enumerate(order)}
        self._computed = itemgetter(*(place[name] for name in ("brand_code", "part_code", "description")))
        self._store = itemgetter(*(place[name] for name in StoreTold._fields))
        self._fed = itemgetter(*(place[_NATIVE.get(name, name)] for name in FedRow._fields))

    def _wrong(self, row: Mapping[str, str]) -> tuple[Violation, ...]:
        violations = []
        for name, column in self._columns.items():
            if name in self._missing:
                violations.append(Violation(name, "must not be blank"))
            elif name in self._known:
                text = row[name].strip()
                try:
                    column.read(text)
                except ValueError as wrong:
                    violations.append(Violation(name, str(wrong), text))
        return tuple(violations)


def _part_key(brand_code: str, part_code: str) -> str:
    return part_key(brand_code, part_code) if part_code or brand_code else ""  # most have none


def _trimmed(read: Callable[[str], object]) -> Callable[[str], object]:
    return lambda text: read(text.strip())


_NATIVE = {
    "inventory_id": "vendor_inventory_id",
    "part_name": "part_type",
    "vehicle_make": "make",
    "vehicle_model": "model",
    "questions": "qa",
    "listed": "available",
    "on_hand": "quantity",
}
"""The native column of each fed column that is called otherwise."""

_NO_LIST = json_list(())
_TERMS = json_terms(PartTerms())
_ONE_OF_ITS_KIND = ("tag_number", "oem_number", "serial_number", "alternate_numbers", "vin", "vehicle_id")
_TEXTS = (
    "brand_code",
    "part_code",
    "vendor_part_name",
    "make",
    "model",
    "part_manufacturer",
    "part_model",
    "category",
    "condition",
    "side",
)


def _columns(latest_year: int) -> dict[str, _Column]:
    """Every native column that is kept, in the order in which wrong cells are named."""
    amount = _Column(cells.read_cents, None)
    return {
        "vendor_id": _Column(cells.read_id, required=True),
        "vendor_store": _Column(cells.read_id, required=True),
        **_texts(StoreTold._fields[2:]),
        "vendor_inventory_id": _Column(cells.read_id, required=True, repeats=False),
        "part_type": _Column(cells.read_required_text, required=True),
        "line": _Column(_read_line, int(Line.HEAVY_TRUCK)),
        **_texts(_TEXTS),
        **{name: _Column(cells.read_text, repeats=False, trims=True) for name in _ONE_OF_ITS_KIND},
        "year": _Column(partial(cells.read_year, latest=latest_year), None),
        "description": _Column(cells.read_description, ("", ""), repeats=False),
        "images": _Column(_read_images, _NO_LIST, repeats=False),
        "qa": _Column(_read_questions, _NO_LIST, repeats=False),
        "price": amount,
        "core_price": amount,
        "list_price": amount,
        "available": _Column(cells.read_truth, absent=True),
        "quantity": _Column(cells.read_units, 1),
    }


def _texts(names: Iterable[str]) -> dict[str, _Column]:
    return {name: _Column(cells.read_text) for name in names}


def _read_line(text: str) -> int:
    return int(cells.read_line(text))


def _read_images(text: str) -> str:
    if not text:
        return _NO_LIST
    return f'["{text}"]' if cells.is_one_plain_address(text) else json_list(cells.read_images(text))


def _read_questions(text: str) -> str:
    return json_list(cells.read_questions(text)) if text else _NO_LIST
