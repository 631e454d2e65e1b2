"""What happens to credentials and signing keys. No event carries a secret or a hash."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar

from partscounter.domain.access.credential import NO_OPTIONS, Credential, OptionValue, Product


@dataclass(frozen=True, slots=True)
class _CredentialEvent:
    credential_id: int
    product: Product
    name: str

    @property
    def subject(self) -> str:
        return f"credential:{self.credential_id}"

    def data(self) -> Mapping[str, object]:
        return {"product": self.product.value, "name": self.name}


@dataclass(frozen=True, slots=True)
class CredentialCreated(_CredentialEvent):
    """A credential exists, with everything that it may do from the start."""

    kind: ClassVar[str] = "credential.created"
    dealer_ids: frozenset[int] = frozenset()
    all_dealers: bool = False
    scopes: frozenset[str] = frozenset()
    is_admin: bool = False

    @classmethod
    def of(cls, credential: Credential) -> "CredentialCreated":
        return cls(
            credential.id,
            credential.product,
            credential.name,
            dealer_ids=credential.dealer_ids,
            all_dealers=credential.all_dealers,
            scopes=credential.scopes,
            is_admin=credential.is_admin,
        )

    def data(self) -> Mapping[str, object]:
        return {
            # Named, because `super()` does not work in a dataclass with slots: the class is made twice.
            **_CredentialEvent.data(self),
            "dealer_ids": sorted(self.dealer_ids),
            "all_dealers": self.all_dealers,
            "scopes": sorted(self.scopes),
            "is_admin": self.is_admin,
        }


@dataclass(frozen=True, slots=True)
class SecretRotated(_CredentialEvent):
    """Its secret was replaced; the old one is good until `previous_until`, or stopped at once."""

    kind: ClassVar[str] = "credential.secret_rotated"
    previous_until: datetime | None = None
    tokens_revoked: bool = False

    def data(self) -> Mapping[str, object]:
        until = None if self.previous_until is None else self.previous_until.isoformat()
        return {**_CredentialEvent.data(self), "previous_until": until, "tokens_revoked": self.tokens_revoked}


@dataclass(frozen=True, slots=True)
class CredentialDisabled(_CredentialEvent):
    """It opens no door any more, nor do the tokens issued to it."""

    kind: ClassVar[str] = "credential.disabled"


@dataclass(frozen=True, slots=True)
class CredentialEnabled(_CredentialEvent):
    """It opens its door again."""

    kind: ClassVar[str] = "credential.enabled"


@dataclass(frozen=True, slots=True)
class _DealersChanged(_CredentialEvent):
    dealer_ids: frozenset[int] = frozenset()
    all_dealers: bool = False

    def data(self) -> Mapping[str, object]:
        return {
            **_CredentialEvent.data(self),
            "dealer_ids": sorted(self.dealer_ids),
            "all_dealers": self.all_dealers,
        }


@dataclass(frozen=True, slots=True)
class DealersGranted(_DealersChanged):
    """It sees more dealers; `dealer_ids` and `all_dealers` are what it sees now."""

    kind: ClassVar[str] = "credential.dealers_granted"


@dataclass(frozen=True, slots=True)
class DealersRevoked(_DealersChanged):
    """It sees fewer dealers; `dealer_ids` and `all_dealers` are what it sees now."""

    kind: ClassVar[str] = "credential.dealers_revoked"


@dataclass(frozen=True, slots=True)
class OptionsChanged(_CredentialEvent):
    """Its switches are others; `changes` names what was set, and by null what was taken away."""

    kind: ClassVar[str] = "credential.options_changed"
    changes: Mapping[str, OptionValue | None] = field(default_factory=lambda: NO_OPTIONS, hash=False)

    def data(self) -> Mapping[str, object]:
        return {**_CredentialEvent.data(self), "changes": dict(self.changes)}


@dataclass(frozen=True, slots=True)
class LimitsChanged(_CredentialEvent):
    """It may do this from now on, and so often."""

    kind: ClassVar[str] = "credential.limits_changed"
    scopes: frozenset[str] = frozenset()
    requests_per_minute: int | None = None

    def data(self) -> Mapping[str, object]:
        limits = {"scopes": sorted(self.scopes), "requests_per_minute": self.requests_per_minute}
        return {**_CredentialEvent.data(self), **limits}


@dataclass(frozen=True, slots=True)
class SigningKeyRotated:
    """A new key signs the tokens from now on."""

    kind: ClassVar[str] = "signing_key.rotated"
    key_id: int
    old_kept: bool
    """Whether tokens signed before are good until they expire."""

    @property
    def subject(self) -> str:
        return f"signing_key:{self.key_id}"

    def data(self) -> Mapping[str, object]:
        return {"old_kept": self.old_kept}
