"""What happens to cores."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import ClassVar

from partscounter.domain.cores.charge import CoreTerms, EntryKind, Grade


@dataclass(frozen=True, slots=True)
class CoreEntered:
    """An entry was added to the ledger of a line."""

    kind: ClassVar[str] = "core.entered"
    order_id: int
    line_number: int
    entry: EntryKind
    units: int
    credit: Decimal
    kept: Decimal
    grade: Grade | None
    due_on: date | None

    @property
    def subject(self) -> str:
        return f"order:{self.order_id}"

    def data(self) -> Mapping[str, object]:
        return {
            "order": self.order_id,
            "line": self.line_number,
            "entry": self.entry.value,
            "units": self.units,
            "credit": str(self.credit),
            "kept": str(self.kept),
            "grade": None if self.grade is None else self.grade.value,
            "due_on": None if self.due_on is None else self.due_on.isoformat(),
        }


@dataclass(frozen=True, slots=True)
class CoreTermsSet:
    """A dealer grants other terms for cores."""

    kind: ClassVar[str] = "dealer.core_terms_set"
    dealer_id: int
    terms: CoreTerms

    @property
    def subject(self) -> str:
        return f"dealer:{self.dealer_id}"

    def data(self) -> Mapping[str, object]:
        return {
            "dealer": self.dealer_id,
            "days_to_return": self.terms.days_to_return,
            "partial_percent": str(self.terms.partial_percent),
        }
