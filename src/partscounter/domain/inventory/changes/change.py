"""What a dealer's system asks to be done with one item, and in which state it believes the item to be."""

from dataclasses import dataclass, field

from partscounter.domain.inventory.changes.errors import ItemChanged
from partscounter.domain.inventory.feed import FedItem


@dataclass(frozen=True, slots=True)
class ItemName:
    """How other systems name an item; blanks around each part do not count."""

    vendor_id: str
    vendor_store: str
    inventory_id: str

    @classmethod
    def of(cls, vendor_id: str, vendor_store: str, inventory_id: str) -> "ItemName":
        return cls(vendor_id.strip(), vendor_store.strip(), inventory_id.strip())


@dataclass(frozen=True, slots=True)
class Expected:
    """The state that a change is meant for; anything else is refused. Without any, whatever the state is will do."""

    versions: frozenset[str] | None = None
    """One of these (`version_of`)."""
    exists: bool = False
    is_new: bool = False

    @property
    def is_stated(self) -> bool:
        """Whether the sender says which state it has seen."""
        return self.versions is not None or self.exists or self.is_new

    def check(self, version: str | None) -> None:
        """Refuses with ItemChanged if `version`, None where there is no such item, is not what was expected."""
        if self.is_new and version is not None:
            raise ItemChanged("There is such an item already.")
        if (self.exists or self.versions is not None) and version is None:
            raise ItemChanged("There is no such item.")
        if self.versions is not None and version not in self.versions:
            raise ItemChanged("The item has changed since; fetch it again.")


ANY_STATE = Expected()


@dataclass(frozen=True, slots=True)
class Put:
    """The whole item, new or in place of what is there; how it can be ordered (`PartTerms`) stays."""

    name: ItemName
    fed: FedItem
    expected: Expected = field(default=ANY_STATE)


@dataclass(frozen=True, slots=True)
class Edit:
    """Some native columns of an item that is there: those in `columns`, as they are in `fed`."""

    name: ItemName
    fed: FedItem
    columns: frozenset[str]
    expected: Expected = field(default=ANY_STATE)


@dataclass(frozen=True, slots=True)
class Retire:
    """Off offer for good. The row stays for the orders that refer to it, and so do the units they hold."""

    name: ItemName
    expected: Expected = field(default=ANY_STATE)


ItemChange = Put | Edit | Retire
