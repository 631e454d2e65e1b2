"""One line of an order: what, how many, at what price, and where its units are."""

from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from partscounter.domain.orders.quantities import Quantities
from partscounter.domain.orders.states import LineState, line_state
from partscounter.kit.money import to_cents
from partscounter.kit.text import squash

NOTHING = Decimal("0.00")


@lru_cache(maxsize=4096)
def part_keys(code: str, brand_code: str, part_code: str) -> frozenset[str]:
    """The squashed names of a part: as the buyer calls it, and its code with and without the brand.

    Remembered, since an update asks twice for those of every line: when it is judged and when it is taken.
    """
    return frozenset({squash(name) for name in {code, part_code, f"{brand_code}{part_code}"}} - {""})


class VehicleReference(NamedTuple):
    """What ties a line to a machine, such as a key number or a serial number."""

    type: str
    value: str


class LinePrice(NamedTuple):
    """What one unit costs, net, in the order's currency."""

    each: Decimal
    list: Decimal
    """The price before discount."""
    tax_rate: Decimal = NOTHING
    """Per cent."""
    core: Decimal = NOTHING
    shipping: Decimal = NOTHING
    """For the whole line."""
    tax: Decimal | None = None
    """For the whole line where the seller named it; else it follows from the rate."""
    discount_percent: Decimal = NOTHING
    code: str = ""
    """The price list or level that the price came from."""

    def for_units(self, quantity: int) -> Decimal:
        """Price of so many units, net."""
        return to_cents(self.each * quantity)

    def tax_on(self, quantity: int) -> Decimal:
        """Tax on a line of so many units."""
        return to_cents(self.for_units(quantity) * self.tax_rate / 100) if self.tax is None else self.tax


class PricedLine(NamedTuple):
    """As much of an `OrderLine` as an export shows, under the same names: it reads millions of lines."""

    number: int
    code: str
    description: str
    unit_of_measure: str
    price: LinePrice
    notes: str
    quantities: Quantities

    @property
    def quantity(self) -> int:
        """The quantity ordered."""
        return self.quantities.ordered

    @property
    def extended_price(self) -> Decimal:
        """Price of the whole line, net."""
        return self.price.for_units(self.quantity)

    @property
    def tax(self) -> Decimal:
        """Tax on the whole line."""
        return self.price.tax_on(self.quantity)


class OrderLine(NamedTuple):
    """A line as it stands now. It and what it holds are tuples, as `Quantities` are: an export reads millions."""

    id: int
    key: str
    """A UUID; the parts-orders `orderLineId`."""
    number: int
    """1, 2, 3… within the order."""
    item_id: int | None
    """The item of stock, where the line was placed for one that we know."""
    code: str
    """What the buyer calls the part."""
    brand_code: str
    part_code: str
    description: str
    unit_of_measure: str
    price: LinePrice
    notes: str
    vehicle_references: tuple[VehicleReference, ...]
    quantities: Quantities
    allocated: int
    """Units of stock held for this line."""
    over_shipped: int
    """Units shipped beyond the quantity ordered."""

    @property
    def quantity(self) -> int:
        """The quantity ordered."""
        return self.quantities.ordered

    @property
    def core(self) -> Decimal:
        """The core charge of one unit."""
        return self.price.core

    @property
    def state(self) -> LineState:
        """How far the line is."""
        return line_state(self.quantities)

    @property
    def part_id(self) -> str:
        """Brand and part code as one."""
        return f"{self.brand_code}{self.part_code}"

    @property
    def extended_price(self) -> Decimal:
        """Price of the whole line, net."""
        return self.price.for_units(self.quantity)

    @property
    def tax(self) -> Decimal:
        """Tax on the whole line."""
        return self.price.tax_on(self.quantity)

    def answers_to(self, part_number: str) -> bool:
        """Whether `part_number` names this part, whatever its hyphens and case, with or without the brand code."""
        return squash(part_number) in self.part_keys

    def with_units(self, quantities: Quantities, *, allocated: int, over_shipped: int) -> "OrderLine":
        """This line with its units elsewhere."""
        # The last three fields; `_replace` takes three times as long, and an update moves the units of 500 lines.
        return OrderLine(*self[:-3], quantities, allocated, over_shipped)

    @property
    def part_keys(self) -> frozenset[str]:
        """The names that the line answers to, squashed."""
        return part_keys(self.code, self.brand_code, self.part_code)
