"""An order line from its row, and the units of a line for its row; pure, so that only the store knows SQL."""

from collections.abc import Mapping
from operator import attrgetter
from typing import Any

from partscounter.domain.orders.line import LinePrice, OrderLine, VehicleReference
from partscounter.domain.orders.quantities import Quantities, Stage

_STAGES = tuple(stage.value for stage in Stage)
_units = attrgetter(*_STAGES)

SAVED = (*_STAGES, "allocated", "over_shipped")
"""The columns that say where a line's units are."""
PARAMETER = "new_{}"
"""The name of the parameter that brings a column its new value."""
_PARAMETERS = tuple(PARAMETER.format(name) for name in SAVED)


def saved_units(line: OrderLine) -> dict[str, int]:
    """The parameters that save where the units of `line` are now."""
    return dict(zip(_PARAMETERS, (*_units(line.quantities), line.allocated, line.over_shipped), strict=True))


def line_of(row: Mapping[Any, Any]) -> OrderLine:
    """The line that `row` holds, by column name. Every request that reads an order runs this hundreds of times."""
    price = LinePrice(
        each=row["price_each"],
        list=row["price_list"],
        tax_rate=row["tax_rate"],
        core=row["core"],
        shipping=row["shipping"],
        tax=row["tax"],
        discount_percent=row["discount_percent"],
        code=row["price_code"],
    )
    return OrderLine(
        id=row["id"],
        key=row["key"],
        number=row["number"],
        item_id=row["item_id"],
        code=row["code"],
        brand_code=row["brand_code"],
        part_code=row["part_code"],
        description=row["description"],
        unit_of_measure=row["unit_of_measure"],
        price=price,
        notes=row["notes"],
        vehicle_references=tuple(VehicleReference(type_, value) for type_, value in row["vehicle_references"]),
        quantities=Quantities(*[row[name] for name in _STAGES]),
        allocated=row["allocated"],
        over_shipped=row["over_shipped"],
    )
