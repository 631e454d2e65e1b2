"""What happens to accounts; who did it stands beside each event in the log."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from partscounter.domain.accounts.account import Account


@dataclass(frozen=True, slots=True)
class _AccountEvent:
    account_id: int

    @property
    def subject(self) -> str:
        return f"account:{self.account_id}"


@dataclass(frozen=True, slots=True)
class AccountSet(_AccountEvent):
    """An account was made or changed; what it is now."""

    kind: ClassVar[str] = "account.set"
    email: str
    role: str
    dealer_ids: frozenset[int]
    customer_id: int | None
    enabled: bool

    @classmethod
    def of(cls, account: Account) -> "AccountSet":
        """What is now."""
        return cls(
            account.id, account.email, account.role.value, account.dealer_ids, account.customer_id, account.enabled
        )

    def data(self) -> Mapping[str, object]:
        return {
            "email": self.email,
            "role": self.role,
            "dealers": sorted(self.dealer_ids),
            "customer": self.customer_id,
            "enabled": self.enabled,
        }


@dataclass(frozen=True, slots=True)
class PasswordSet(_AccountEvent):
    """The account has another password, and its sessions ended."""

    kind: ClassVar[str] = "account.password_set"

    def data(self) -> Mapping[str, object]:
        return {}


@dataclass(frozen=True, slots=True)
class PasswordLinkGiven(_AccountEvent):
    """Somebody was given a link by which the account's password is chosen."""

    kind: ClassVar[str] = "account.link_given"

    def data(self) -> Mapping[str, object]:
        return {}


@dataclass(frozen=True, slots=True)
class CodeSet(_AccountEvent):
    """The second factor was switched on or off."""

    kind: ClassVar[str] = "account.code_set"
    is_on: bool

    def data(self) -> Mapping[str, object]:
        return {"on": self.is_on}


@dataclass(frozen=True, slots=True)
class SignedIn(_AccountEvent):
    """A session was started."""

    kind: ClassVar[str] = "account.signed_in"
    session_id: int
    address: str

    def data(self) -> Mapping[str, object]:
        return {"session": self.session_id, "address": self.address}


@dataclass(frozen=True, slots=True)
class SignedOut(_AccountEvent):
    """Sessions were ended."""

    kind: ClassVar[str] = "account.signed_out"
    sessions: int

    def data(self) -> Mapping[str, object]:
        return {"sessions": self.sessions}
