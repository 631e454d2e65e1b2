"""End users and the templates that price, hide and cap items for them ("End-User Templates", "End-User Lookups")."""

from enum import StrEnum

from msgspec import Struct

from partscounter_contracts.inventory.values import Id

ALL_TYPES = "all"
"""The pseudo-type that stands for every template type."""


class TemplateType(StrEnum):
    """What a template decides."""

    PRICING = "pricing"
    AVAILABILITY = "availability"
    QUANTITY = "quantity"


class Template(Struct, frozen=True, kw_only=True):
    """A template that can be assigned to an end user."""

    template_name: str
    template_type: TemplateType


class EndUser(Struct, frozen=True, kw_only=True):
    """A customer as GET lookup answers it."""

    userid: Id
    company: str
    name: str
    street: str
    city: str
    state: str
    zip: str
    country: str
    country_code: str
    email: str
    phone: str


class EndUserId(Struct, frozen=True, kw_only=True):
    """A customer as HEAD lookup answers it, in the header X-Result."""

    userid: Id


class ListedEndUser(Struct, frozen=True, kw_only=True):
    """A customer with the template associated with it; one entry per end user and template name."""

    userid: Id
    company: str
    name: str
    email: str
    templatename: str
