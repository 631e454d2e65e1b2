"""What somebody looks for in the list of credentials."""

from dataclasses import dataclass

from partscounter.domain.access.credential import Product


@dataclass(frozen=True, slots=True)
class CredentialSearch:
    """All that is given must hold."""

    text: str = ""
    """Part of the name, in any case."""
    product: Product | None = None
    enabled: bool | None = None
    sees: int | None = None
    """A dealer that it sees."""
    only_of: frozenset[int] | None = None
    """Those that see some of these dealers and no other: what a manager of these dealers may see and change."""
