"""What happens to customers."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class PreferencesChanged:
    """A customer chose which mails to get."""

    kind: ClassVar[str] = "customer.preferences_changed"
    customer_id: int
    muted: frozenset[str]
    """The groups that are switched off from now on."""
    muted_before: frozenset[str]

    @property
    def subject(self) -> str:
        return f"customer:{self.customer_id}"

    def data(self) -> Mapping[str, object]:
        return {
            "customer": self.customer_id,
            "muted": sorted(self.muted),
            "muted_before": sorted(self.muted_before),
        }


@dataclass(frozen=True, slots=True)
class CustomersImported:
    """An operator took customers in from a file."""

    kind: ClassVar[str] = "customers.imported"
    added: int
    changed: int

    @property
    def subject(self) -> str:
        return "customers"

    def data(self) -> Mapping[str, object]:
        return {"added": self.added, "changed": self.changed}


@dataclass(frozen=True, slots=True)
class CustomerAdded:
    """Somebody at the counter made a customer known."""

    kind: ClassVar[str] = "customer.added"
    customer_id: int

    @property
    def subject(self) -> str:
        return f"customer:{self.customer_id}"

    def data(self) -> Mapping[str, object]:
        return {"customer": self.customer_id}


@dataclass(frozen=True, slots=True)
class CustomerEdited:
    """Somebody at the counter changed what is known of a customer. The values, which are personal, are not said."""

    kind: ClassVar[str] = "customer.edited"
    customer_id: int
    changed: tuple[str, ...]
    """The names of what changed."""

    @property
    def subject(self) -> str:
        return f"customer:{self.customer_id}"

    def data(self) -> Mapping[str, object]:
        return {"customer": self.customer_id, "changed": list(self.changed)}
