"""An order line from its row, and the units of a line for its row; pure, so that only the store knows SQL."""

from collections.abc import Sequence
from functools import partial
from itertools import chain
from typing import Any

from partscounter.domain.orders.line import LinePrice, OrderLine, PricedLine, VehicleReference
from partscounter.domain.orders.movable import MovableLine
from partscounter.domain.orders.quantities import Quantities, Stage
from partscounter.kit.made_once import made_once

_NAMES = ("id", "key", "number", "item_id", "code", "brand_code", "part_code", "description", "unit_of_measure")
_PRICE = (
    "price_each",
    "price_list",
    "tax_rate",
    "core",
    "shipping",
    "tax",
    "discount_percent",
    "price_code",
)
STAGES = tuple(stage.value for stage in Stage)

SAVED = (*STAGES, "allocated", "over_shipped")
"""The columns that say where a line's units are."""
COLUMNS = (*_NAMES, *_PRICE, "notes", "vehicle_references", *SAVED)
"""The columns of a line in the order in which `make_lines` takes them."""
MOVABLE_COLUMNS = ("id", "number", "item_id", "code", "brand_code", "part_code", "core", *SAVED)
"""The same for `make_movable_lines`."""
_SHOWN = ("number", "code", "description", "unit_of_measure")
PRICED_COLUMNS = (*_SHOWN, *_PRICE, "notes")
"""The same for `make_priced_lines`, which takes a text of the units in each stage behind them."""
PARAMETER = "new_{}"
"""The name of the parameter that brings a column its new value."""
PARAMETERS = (*(PARAMETER.format(name) for name in SAVED), "line")
"""The names of the values that `saved_units` returns."""
_PRICE_AT = len(_NAMES)
_NOTES_AT = _PRICE_AT + len(_PRICE)
_STAGES_AT = _NOTES_AT + 2
_ALLOCATED_AT = _STAGES_AT + len(STAGES)
_price, _quantities = partial(tuple.__new__, LinePrice), partial(tuple.__new__, Quantities)
_line, _priced_line = partial(tuple.__new__, OrderLine), partial(tuple.__new__, PricedLine)
_movable_line = partial(tuple.__new__, MovableLine)
"""What `_make` does in half its time."""
_SHOWN_PRICE_AT = len(_SHOWN)
_SHOWN_NOTES_AT = _SHOWN_PRICE_AT + len(_PRICE)
_MOVABLE_STAGES_AT = MOVABLE_COLUMNS.index(STAGES[0])
_MOVABLE_ALLOCATED_AT = MOVABLE_COLUMNS.index("allocated")


def saved_units(line: OrderLine | MovableLine) -> tuple[int, ...]:
    """The parameters that save where the units of `line` are now."""
    return (*line.quantities, line.allocated, line.over_shipped, line.id)


def make_lines(columns: Sequence[Sequence[Any]]) -> list[OrderLine]:
    """The lines whose `COLUMNS` these are; none of none. No step is taken for each but the making of its tuples."""
    if not columns:
        return []
    prices = map(_price, zip(*columns[_PRICE_AT:_NOTES_AT], strict=True))
    references = map(_references, columns[_NOTES_AT + 1])
    quantities = map(_quantities, zip(*columns[_STAGES_AT:_ALLOCATED_AT], strict=True))
    cells = columns[:_PRICE_AT], (prices, columns[_NOTES_AT], references, quantities), columns[_ALLOCATED_AT:]
    return list(map(_line, zip(*chain(*cells), strict=True)))


def make_priced_lines(columns: Sequence[Sequence[Any]]) -> list[PricedLine]:
    """The same as far as an export shows them."""
    if not columns:
        return []
    prices = map(_price, zip(*columns[_SHOWN_PRICE_AT:_SHOWN_NOTES_AT], strict=True))
    *_, notes, quantities = columns
    cells = columns[:_SHOWN_PRICE_AT], (prices, notes, map(_quantities_of, quantities))
    return list(map(_priced_line, zip(*chain(*cells), strict=True)))


def _read_quantities(text: str) -> Quantities:
    return Quantities(*map(int, text.split(",")))


_quantities_of = made_once(_read_quantities, most=4096)
"""Of orders that wait for an export nearly all units are in one stage, so there are few such texts."""


def _references(stored: Sequence[Sequence[str]]) -> tuple[VehicleReference, ...]:
    """What is stored as a list of pairs; of nearly every line there is none."""
    return tuple([VehicleReference(type_, value) for type_, value in stored]) if stored else ()


def make_movable_lines(columns: Sequence[Sequence[Any]]) -> list[MovableLine]:
    """The same as far as their units and names go."""
    if not columns:
        return []
    quantities = map(_quantities, zip(*columns[_MOVABLE_STAGES_AT:_MOVABLE_ALLOCATED_AT], strict=True))
    cells = columns[:_MOVABLE_STAGES_AT], (quantities,), columns[_MOVABLE_ALLOCATED_AT:]
    return list(map(_movable_line, zip(*chain(*cells), strict=True)))
