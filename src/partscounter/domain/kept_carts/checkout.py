"""What a buyer says when ordering: who, how it is delivered, and what the papers are to name."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from partscounter.domain.fulfilment import FulfilmentType
from partscounter.domain.kept_carts.priced import PricedCart
from partscounter.domain.orders import Contact
from partscounter.kit.address import PostalAddress
from partscounter.kit.refusal import Violation

LONGEST_TEXT: Final = 200
LONGEST_NOTE: Final = 1000
SHIPPING_METHODS: Final[Mapping[FulfilmentType, str]] = {
    FulfilmentType.PICKUP: "Pick-Up",
    FulfilmentType.DELIVERY: "Delivery",
    FulfilmentType.DROPBOX: "Dropbox",
}
"""What the dealer's papers say; the first is the inventory contract's word."""
_MAIL_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


@dataclass(frozen=True, slots=True)
class Checkout:
    """The answers of one buyer, for all orders that the cart becomes."""

    contact: Contact
    seen: str
    """The fingerprint of the cart that the buyer agreed to."""
    delivery: FulfilmentType | None = FulfilmentType.PICKUP
    """None was not said."""
    address: PostalAddress = field(default_factory=PostalAddress)
    """Where it is delivered; of a dropbox its name, as `code`."""
    reference: str = ""
    """The buyer's own, such as the number of a purchase order."""
    serial_number: str = ""
    """Of the machine for lines that name none; for all lines, where they name one machine at most."""
    vehicle_references: Mapping[str, str] = field(default_factory=dict)
    """Others by kind, for the parts that want them."""
    notes: str = ""


def violations_of(checkout: Checkout, cart: PricedCart) -> tuple[Violation, ...]:
    """Every wrong field, by the name of the part of the form."""
    found = [Violation(name, "required") for name, text in _required(checkout, cart).items() if not text]
    if checkout.contact.email and not _MAIL_ADDRESS.fullmatch(checkout.contact.email):
        found.append(Violation("email", "mail_address", checkout.contact.email))
    for name, text in _texts(checkout).items():
        if len(text) > (LONGEST_NOTE if name == "notes" else LONGEST_TEXT):
            found.append(Violation(name, "too_long"))
    return tuple(found)


def kinds_wanted(cart: PricedCart) -> tuple[str, ...]:
    """The kinds of vehicle reference, but the serial number, that parts in the cart cannot be ordered without."""
    return tuple(sorted({kind for line in cart.lines for kind in line.missing_references} - {"SERIALNUMBER"}))


def wants_serial_number(cart: PricedCart) -> bool:
    """Whether a part in the cart cannot be ordered without the machine that it is for."""
    return any("SERIALNUMBER" in line.missing_references for line in cart.lines)


def _required(checkout: Checkout, cart: PricedCart) -> dict[str, str]:
    """The texts that cannot be left out."""
    needed = {"name": checkout.contact.name, "email": checkout.contact.email}
    needed["delivery"] = "" if checkout.delivery is None else checkout.delivery.value
    if checkout.delivery is FulfilmentType.DELIVERY:
        needed |= {name: getattr(checkout.address, name) for name in ("street", "city", "postal_code", "country")}
    if checkout.delivery is FulfilmentType.DROPBOX:
        needed["dropbox"] = checkout.address.code
    if cart.needs_reference:
        needed["reference"] = checkout.reference
    if wants_serial_number(cart):
        needed["serial_number"] = checkout.serial_number
    return needed | {f"vehicle-{kind}": checkout.vehicle_references.get(kind, "") for kind in kinds_wanted(cart)}


def _texts(checkout: Checkout) -> dict[str, str]:
    """Every text, by the name of its field."""
    contact, address = checkout.contact, checkout.address
    own = {"reference": checkout.reference, "serial_number": checkout.serial_number, "notes": checkout.notes}
    of_contact = {name: getattr(contact, name) for name in ("name", "email", "phone", "company")}
    of_address = {name: getattr(address, name) for name in ("street", "city", "state", "postal_code", "country")}
    others = {f"vehicle-{kind}": text for kind, text in checkout.vehicle_references.items()}
    return own | of_contact | of_address | {"dropbox": address.code} | others
