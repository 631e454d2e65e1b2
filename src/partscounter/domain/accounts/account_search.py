"""What somebody looks for in the list of accounts."""

from dataclasses import dataclass

from partscounter.domain.accounts.account import Role


@dataclass(frozen=True, slots=True)
class AccountSearch:
    """All that is given must hold."""

    text: str = ""
    """Part of the name or the mail address, in any case."""
    roles: frozenset[Role] = frozenset(Role)
    enabled: bool | None = None
    dealer_id: int | None = None
    """A dealer that they work for."""
    only_of: frozenset[int] | None = None
    """Those that work for some of these dealers and for no other."""
