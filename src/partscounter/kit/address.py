"""A postal address with the person who answers there, as the five contracts all need it."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields


@dataclass(frozen=True, slots=True)
class PostalAddress:
    """Every part is text; unknown is empty. `country` is whatever the contract gave: a name or an ISO 3166 code."""

    contact: str = ""
    company: str = ""
    street: str = ""
    mailing: str = ""
    city: str = ""
    state: str = ""
    postal_code: str = ""
    country: str = ""
    phone: str = ""
    fax: str = ""
    email: str = ""
    code: str = ""
    """The customer's own name for the place."""

    @classmethod
    def from_data(cls, data: Mapping[str, str] | None) -> "PostalAddress":
        """The address that `to_data` stored; keys it does not know are passed over."""
        if not data:
            return NOWHERE
        if not _PARTS.issuperset(data):
            data = {key: value for key, value in data.items() if key in _PARTS}
        return cls(**data)

    def to_data(self) -> dict[str, str]:
        """The parts that are known, ready for JSON."""
        return {key: value for key, value in asdict(self).items() if value}


NOWHERE = PostalAddress()
_PARTS = frozenset(field.name for field in fields(PostalAddress))
