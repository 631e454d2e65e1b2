"""A cart as it looks to its buyer now: prices, totals for each seller, and what cannot be had."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from partscounter.domain.dealers import Dealer, Store
from partscounter.domain.inventory import Item
from partscounter.domain.kept_carts.line import KeptLine
from partscounter.kit.money import to_cents

_NOTHING = Decimal("0.00")


class CartFault(StrEnum):
    """Why a line cannot be ordered as it is, in the order in which it is asked."""

    GONE = "gone"
    """Nobody offers the item to this buyer any more."""
    NO_PRICE = "no_price"
    """Its price is on request."""
    BLOCKED = "blocked"
    """The seller does not sell it just now."""
    UNIT_OF_SALE = "unit_of_sale"
    """It is sold in packs, and the quantity is no multiple."""
    SOLD = "sold"
    """No unit is left."""
    TOO_FEW = "too_few"
    """Fewer units are left than this line, after the lines before it, asks for."""


@dataclass(frozen=True, slots=True)
class PricedLine:
    """One line; its item is at the buyer's price."""

    kept: KeptLine
    item: Item
    dealer: Dealer
    store: Store
    fault: CartFault | None
    left: int | None
    """How many units the buyer can have; None where their number is not shown."""

    @property
    def each(self) -> Decimal:
        """What one unit costs, net."""
        return _NOTHING if self.item.price.each is None else self.item.price.each

    @property
    def core(self) -> Decimal:
        """The deposit on one old part."""
        return _NOTHING if self.item.price.core is None else self.item.price.core

    @property
    def extended(self) -> Decimal:
        return to_cents(self.each * self.kept.quantity)

    @property
    def cores(self) -> Decimal:
        return self.core * self.kept.quantity

    @property
    def tax(self) -> Decimal:
        return to_cents(self.extended * self.store.tax_rate / 100)

    @property
    def name(self) -> str:
        """What it is, in a few words."""
        about = self.item.description
        return about.part_name or about.vendor_part_name or self.number

    @property
    def number(self) -> str:
        """The number by which people know it."""
        return self.item.description.oem_number or self.item.part_id or self.item.tag_number

    @property
    def missing_references(self) -> frozenset[str]:
        """The kinds of vehicle reference that an order of it must give, without a serial number that it has."""
        known = {"SERIALNUMBER"} if self.kept.serial_number else set()
        return frozenset(each.upper() for each in self.item.terms.vehicle_references) - known


@dataclass(frozen=True, slots=True)
class StoreGroup:
    """The lines that become one order. Lines that cannot be had are not in the sums."""

    dealer: Dealer
    store: Store
    lines: tuple[PricedLine, ...]

    @property
    def subtotal(self) -> Decimal:
        return sum((line.extended for line in self._good), _NOTHING)

    @property
    def cores(self) -> Decimal:
        return sum((line.cores for line in self._good), _NOTHING)

    @property
    def tax(self) -> Decimal:
        return sum((line.tax for line in self._good), _NOTHING)

    @property
    def total(self) -> Decimal:
        """What the buyer pays here, deposits included; shipping is not known yet."""
        return self.subtotal + self.cores + self.tax

    @property
    def _good(self) -> list[PricedLine]:
        return [line for line in self.lines if line.fault is None]


@dataclass(frozen=True, slots=True)
class PricedCart:
    """All lines, by store."""

    groups: tuple[StoreGroup, ...] = ()

    @property
    def lines(self) -> tuple[PricedLine, ...]:
        return tuple(line for group in self.groups for line in group.lines)

    @property
    def faults(self) -> Mapping[int, CartFault]:
        """By the id of the line."""
        return {line.kept.id: line.fault for line in self.lines if line.fault is not None}

    @property
    def totals(self) -> Mapping[str, Decimal]:
        """What the buyer pays in all, by currency."""
        totals: dict[str, Decimal] = {}
        for group in self.groups:
            totals[group.store.currency] = totals.get(group.store.currency, _NOTHING) + group.total
        return totals

    @property
    def serial_numbers(self) -> tuple[str, ...]:
        """The machines that lines are for."""
        return tuple(dict.fromkeys(line.kept.serial_number for line in self.lines if line.kept.serial_number))

    @property
    def needs_reference(self) -> bool:
        """Whether one of the stores takes no order without the buyer's own reference."""
        return any(group.store.requires_order_reference for group in self.groups)

    @property
    def fingerprint(self) -> str:
        """Of what is bought at what price: with it a buyer agrees to what was shown, and to nothing else."""
        told = [
            (line.kept.item_id, line.kept.serial_number, line.kept.quantity, str(line.each), str(line.core))
            for line in self.lines
        ]
        return hashlib.sha256(repr(sorted(told)).encode()).hexdigest()[:32]
