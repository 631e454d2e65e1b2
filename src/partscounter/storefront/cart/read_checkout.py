"""What was said at the checkout."""

from collections.abc import Mapping

from partscounter.domain.accounts import Account
from partscounter.domain.customers import Customer
from partscounter.domain.fulfilment import FulfilmentType
from partscounter.domain.kept_carts import Checkout, PricedCart
from partscounter.domain.orders import Contact
from partscounter.kit.address import PostalAddress
from partscounter.web.visits import Visit

_VEHICLE = "vehicle-"


def read_checkout(visit: Visit) -> Checkout:
    """The posted form; what is wrong with it is for the verb to say."""
    fields = ("name", "phone", "email", "company")
    contact = Contact(**{name: visit.field(name) for name in fields}, language=visit.language)
    delivery = next((each for each in FulfilmentType if each.value == visit.field("delivery")), None)
    return Checkout(
        contact=contact,
        seen=visit.field("seen"),
        delivery=delivery,
        address=_address(visit, delivery, contact),
        reference=visit.field("reference"),
        serial_number=visit.field("serial_number"),
        vehicle_references={
            name.removeprefix(_VEHICLE): text.strip() for name, text in visit.form.pairs if name.startswith(_VEHICLE)
        },
        notes=visit.field("notes"),
    )


def first_checkout(
    cart: PricedCart, customer: Customer | None, account: Account | None, machines: Mapping[str, str]
) -> Checkout:
    """The form before anything was said: what is known of the customer, and the machine that the cart is for."""
    known = PostalAddress() if customer is None else customer.invoice_address
    seen = [serial for serial in cart.serial_numbers if machines[serial] == serial]
    return Checkout(
        contact=Contact(
            name=(customer.name if customer else "") or (account.name if account else ""),
            phone=known.phone,
            email=(customer.email if customer else "") or (account.email if account else ""),
            company=known.company,
        ),
        seen=cart.fingerprint,
        address=known,
        serial_number=seen[0] if len(seen) == len(cart.serial_numbers) == 1 else "",
    )


def _address(visit: Visit, delivery: FulfilmentType | None, contact: Contact) -> PostalAddress:
    """Only what the chosen way of delivery needs: fields that were filled in before another was chosen are not."""
    person = {"contact": contact.name, "company": contact.company, "phone": contact.phone, "email": contact.email}
    if delivery is FulfilmentType.DELIVERY:
        parts = ("street", "city", "state", "postal_code", "country")
        return PostalAddress(**person, **{name: visit.field(name) for name in parts})
    if delivery is FulfilmentType.DROPBOX:
        return PostalAddress(**person, code=visit.field("dropbox"))
    return PostalAddress(**person)
