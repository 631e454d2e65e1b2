"""What a ledger amounts to. Everything here is derived from the entries; nothing of it is stored."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from partscounter.domain.cores.charge import CoreCharge, CoreEntry, EntryKind


@dataclass(frozen=True, slots=True)
class CoreBalance:
    """The ledger of one charge. Deposited = credited + kept + outstanding, to the cent.

    But for old parts that came before their units were cancelled: they stay credited, and nothing is outstanding.
    """

    charge: CoreCharge
    entries: tuple[CoreEntry, ...]

    @property
    def deposited_units(self) -> int:
        """Units charged, without those that were never shipped."""
        return self._units(EntryKind.DEPOSIT) - self._units(EntryKind.CANCELLED)

    @property
    def outstanding_units(self) -> int:
        """Units whose old parts may still come back."""
        return max(0, self.deposited_units - self._closed_units)

    @property
    def deposited(self) -> Decimal:
        return self.charge.each * self.deposited_units

    @property
    def credited(self) -> Decimal:
        """What the customer got back."""
        return sum((entry.credit for entry in self.entries), Decimal("0.00"))

    @property
    def kept(self) -> Decimal:
        """What stays with the dealer."""
        return sum((entry.kept for entry in self.entries), Decimal("0.00"))

    @property
    def outstanding(self) -> Decimal:
        """What the customer can still get back."""
        return self.charge.each * self.outstanding_units

    def due_on(self, day: date) -> int:
        """Units whose old parts should have come back before `day`; those that came count for the earliest due."""
        due = sum(entry.units for entry in self.entries if entry.due_on is not None and entry.due_on < day)
        return min(max(0, due - self._closed_units), self.outstanding_units)

    @property
    def _closed_units(self) -> int:
        return self._units(EntryKind.RETURN) + self._units(EntryKind.OVERDUE)

    def _units(self, kind: EntryKind) -> int:
        return sum(entry.units for entry in self.entries if entry.kind is kind)


def balance_of(charge: CoreCharge, entries: Sequence[CoreEntry]) -> CoreBalance:
    """The balance of `charge` by those of `entries` that are its own."""
    key = (charge.order_id, charge.line_number)
    return CoreBalance(charge, tuple(each for each in entries if (each.order_id, each.line_number) == key))
