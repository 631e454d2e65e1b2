"""Who writes to a seller: the fields that forms of the shop ask for, read and checked alike."""

import re
from dataclasses import dataclass
from typing import Final

from partscounter.domain.leads import LeadContact
from partscounter.kit.address import PostalAddress
from partscounter.storefront.place import Place
from partscounter.web.visits import Visit

LONGEST_LINE: Final = 200
LONGEST_MESSAGE: Final = 4000
_EMAIL: Final = re.compile(r"[^@\s<>\"]+@[^@\s<>\"]+\.[^@\s<>\".]+")


@dataclass(frozen=True, slots=True)
class Contact:
    """As it was typed."""

    name: str = ""
    email: str = ""
    phone: str = ""
    message: str = ""

    @property
    def wrong(self) -> frozenset[str]:
        """The fields that are missing, too long, or no mail address."""
        wrong = {"email"} if not _EMAIL.fullmatch(self.email) or len(self.email) > LONGEST_LINE else set()
        if not 0 < len(self.name) <= LONGEST_LINE or not self.name.isprintable():
            wrong.add("name")
        if len(self.phone) > LONGEST_LINE or not self.phone.isprintable():
            wrong.add("phone")
        if len(self.message) > LONGEST_MESSAGE:
            wrong.add("message")
        return frozenset(wrong)

    def for_lead(self, place: Place | None) -> LeadContact:
        """As a lead has it."""
        postal_code = "" if place is None else place.postal_code
        return LeadContact(
            PostalAddress(contact=self.name, email=self.email, phone=self.phone, postal_code=postal_code), "email"
        )


def known_contact(visit: Visit) -> Contact:
    """What is known of who has signed in; empty for a visitor."""
    return Contact() if visit.account is None else Contact(name=visit.account.name, email=visit.account.email)


def read_contact(visit: Visit) -> Contact:
    """The fields that were posted."""
    return Contact(visit.field("name"), visit.field("email"), visit.field("phone"), visit.field("message"))
