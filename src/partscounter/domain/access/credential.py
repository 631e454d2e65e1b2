"""A credential: who may come in by which door, whose data it sees there, and how often it may ask."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType

OptionValue = str | bool | int
NO_OPTIONS: Mapping[str, OptionValue] = MappingProxyType({})
LONGEST_NAME = 200


class Product(StrEnum):
    """The API product that a credential belongs to; the values are stored and stand in tokens, so never renamed."""

    CAT = "cat"
    """Order tracking and QR code associations."""
    KEYLOOP = "keyloop"
    """Parts orders."""
    ECAT = "ecat"
    """Order export."""
    INVENTORY = "inventory"
    """Inventory search, end users, leads and sales."""
    STOCK = "stock"
    """Changes of stock by a dealer's own system."""


@dataclass(frozen=True, slots=True)
class Credential:
    """One client or API user of one product. Neither `repr` nor any event shows its secret's hash."""

    id: int
    product: Product
    name: str
    """The client id or user name, unique within the product, case-sensitive."""
    created_at: datetime
    secret_hash: str = field(repr=False)
    previous_secret_hash: str | None = field(default=None, repr=False)
    """The secret before the last rotation, good until `previous_secret_until`."""
    previous_secret_until: datetime | None = None
    token_generation: int = 0
    """Stands in every token; raised to revoke all tokens issued before."""
    enabled: bool = True
    dealer_ids: frozenset[int] = frozenset()
    all_dealers: bool = False
    """Sees every dealer, those created later too."""
    scopes: frozenset[str] = frozenset()
    is_admin: bool = False
    options: Mapping[str, OptionValue] = field(default_factory=lambda: NO_OPTIONS, hash=False)
    """Per-client switches of the wire contracts, such as `numeric_expires_in`; read-only."""
    requests_per_minute: int | None = None
    """None means the default of the instance."""
    last_used_at: datetime | None = None
    """Noted lazily, so up to some minutes behind."""

    def sees_dealer(self, dealer_id: int) -> bool:
        """Whether the data of this dealer are its to see and change."""
        return self.all_dealers or dealer_id in self.dealer_ids

    def covers(self, other: "Credential") -> bool:
        """Whether `other` sees dealers, and none that this one does not."""
        if self.all_dealers:
            return True
        return not other.all_dealers and bool(other.dealer_ids) and other.dealer_ids <= self.dealer_ids

    def allows(self, scope: str) -> bool:
        """Whether it holds `scope`; a credential from a bearer token holds only the scopes of that token."""
        return scope in self.scopes

    def secret_hashes(self, now: datetime) -> tuple[str, ...]:
        """The hashes that a secret may match at `now`: the current one, and the previous one while its grace lasts."""
        if self.previous_secret_hash is None or self.previous_secret_until is None or now >= self.previous_secret_until:
            return (self.secret_hash,)
        return (self.secret_hash, self.previous_secret_hash)


def is_possible_name(name: str) -> bool:
    """Whether a credential can have this name: 1 to 200 printable characters, so that both databases can hold it."""
    return 0 < len(name) <= LONGEST_NAME and name.isprintable()
