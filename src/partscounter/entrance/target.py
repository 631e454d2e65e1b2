"""Where the entrance lets people out."""

from typing import Final

from partscounter.domain.accounts import Account
from partscounter.web.visits import safe_target

_PORTAL: Final = "/portal"
_SHOP: Final = "/shop"


def target_of(wanted: str, account: Account) -> str:
    """Where to go from here: the page that was wanted, else where the person's day begins."""
    return safe_target(wanted, _PORTAL if account.role.is_staff else _SHOP)
