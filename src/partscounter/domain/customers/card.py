"""A customer as somebody describes it in a form: every part as text, read and checked together."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from partscounter.domain.customers.customer import Customer
from partscounter.domain.customers.errors import InvalidCustomer
from partscounter.domain.customers.profile import CustomerProfile
from partscounter.kit.address import PostalAddress
from partscounter.kit.refusal import Violation

NAMES: Final = ("customer_id", "userid", "code")
"""The outside names; a customer may have none of them."""
PERSON: Final = ("email", "family_name", "given_name", "title", "language")
PLACE: Final = ("company", "street", "mailing", "city", "state", "postal_code", "country", "phone")
"""Parts of the invoice address."""
PROFILE: Final = ("type", "price_code", "territories")
CARD: Final = (*NAMES, *PERSON, *PLACE, *PROFILE)
"""The names of all the texts."""
LANGUAGES: Final = ("en", "fr", "de", "es")
LONGEST: Final = 200
_MAIL: Final = re.compile(r"[^@\s<>\"]+@[^@\s<>\"]+")


@dataclass(frozen=True, slots=True)
class Card:
    """What was said of a customer, found right."""

    names: Mapping[str, str | None]
    person: Mapping[str, str]
    place: Mapping[str, str]
    profile: CustomerProfile

    def address(self, before: PostalAddress) -> PostalAddress:
        """The invoice address; of what no form shows, what it was before stays."""
        return before._replace(**self.place)


def read_card(texts: Mapping[str, str]) -> Card:
    """What `texts` say; what is not among them is blank. Refuses with InvalidCustomer, naming every fault."""
    said = {name: " ".join(texts.get(name, "").split()) for name in CARD}
    wrong = [
        Violation(name, f"must be printable text of at most {LONGEST} characters", text)
        for name, text in said.items()
        if len(text) > LONGEST or not text.isprintable()
    ]
    if said["email"] and not _MAIL.fullmatch(said["email"]):
        wrong.append(Violation("email", "must be a mail address", said["email"]))
    if not any(said[name] for name in ("family_name", "given_name", "company")):
        wrong.append(Violation("family_name", "name a person or a company"))
    said["language"] = said["language"] or LANGUAGES[0]
    if said["language"] not in LANGUAGES:
        wrong.append(Violation("language", f"must be one of {', '.join(LANGUAGES)}", said["language"]))
    if wrong:
        raise InvalidCustomer("The customer cannot be kept like this.", tuple(wrong))
    return Card(
        names={name: said[name] or None for name in NAMES},
        person={name: said[name] for name in PERSON},
        place={name: said[name] for name in PLACE},
        profile=CustomerProfile(said["type"], said["price_code"], _several(said["territories"])),
    )


def texts_of(customer: Customer, profile: CustomerProfile) -> dict[str, str]:
    """The texts that `read_card` would read as this customer."""
    return {
        **{name: getattr(customer, name) or "" for name in (*NAMES, *PERSON)},
        **{name: getattr(customer.invoice_address, name) for name in PLACE},
        "type": profile.type,
        "price_code": profile.price_code,
        "territories": ", ".join(sorted(profile.territories)),
    }


def version_of(customer: Customer, profile: CustomerProfile) -> str:
    """Another one whenever another part is known, so that nobody saves over what they have not seen."""
    return hashlib.sha256(repr(list(texts_of(customer, profile).items())).encode()).hexdigest()[:16]


def _several(text: str) -> frozenset[str]:
    return frozenset(each.strip() for each in re.split("[|;,]", text) if each.strip())
