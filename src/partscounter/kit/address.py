"""A postal address with the person who answers there, as the five contracts all need it."""

from collections.abc import Mapping
from typing import NamedTuple


class PostalAddress(NamedTuple):
    """Every part is text; unknown is empty. `country` is whatever the contract gave: a name or an ISO 3166 code.

    A tuple, since an export makes hundreds of thousands: a frozen dataclass takes five times as long.
    """

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
        parts = {**_BLANK, **data}  # in the order of the fields; what is not among them comes behind
        return tuple.__new__(cls, parts.values() if len(parts) == _PARTS else [*parts.values()][:_PARTS])

    def to_data(self) -> dict[str, str]:
        """The parts that are known, ready for JSON."""
        return {key: value for key, value in self._asdict().items() if value}


NOWHERE = PostalAddress()
_BLANK = NOWHERE._asdict()
_PARTS = len(_BLANK)
