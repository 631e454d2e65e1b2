"""Wording the mail about a lead: the same facts as text and as HTML."""

from collections.abc import Mapping

from partscounter.domain.leads import Lead, LeadKind
from partscounter.domain.notifications.mail import Message
from partscounter.domain.notifications.mail_templates import TEMPLATES

_HEADLINES: Mapping[LeadKind, str] = {
    LeadKind.PART_REQUEST: "A customer is looking for a part",
    LeadKind.PART_INQUIRY: "A customer asks about an item",
    LeadKind.PHONE_CALL: "A call of a customer was logged",
    LeadKind.EMAIL: "An e-mail of a customer was logged",
}
_IN_SUBJECT: Mapping[LeadKind, tuple[str, ...]] = {
    LeadKind.PART_REQUEST: ("part_type", "make", "model", "part_number"),
    LeadKind.PART_INQUIRY: ("vendor_sku",),
    LeadKind.PHONE_CALL: ("phone_number",),
    LeadKind.EMAIL: ("subject",),
}
_CONTACT_LABELS: Mapping[str, str] = {
    "contact": "Name",
    "company": "Company",
    "street": "Street",
    "city": "City",
    "state": "State",
    "postal_code": "Postal code",
    "country": "Country",
    "phone": "Phone",
    "email": "E-mail",
}
LONGEST_SUBJECT = 150


def compose_lead(lead: Lead) -> Message:
    """The mail that tells a dealer of `lead`. Everything in it was written by a stranger."""
    headline = _HEADLINES[lead.draft.kind]
    facts = {
        "headline": headline,
        "lead": lead,
        "contact": _contact(lead),
        "facts": [(name.replace("_", " ").capitalize(), text) for name, text in lead.draft.facts],
    }
    return Message(
        subject=_subject(headline, lead),
        text=TEMPLATES.get_template("lead.txt.j2").render(facts).strip() + "\n",
        html=TEMPLATES.get_template("lead.html.j2").render(facts),
    )


def _subject(headline: str, lead: Lead) -> str:
    """One line, whatever was sent."""
    about = " ".join(" ".join(lead.fact(name) for name in _IN_SUBJECT[lead.draft.kind]).split())
    return (f"{headline}: {about}" if about else headline)[:LONGEST_SUBJECT]


def _contact(lead: Lead) -> list[tuple[str, str]]:
    known = lead.draft.contact.address.to_data()
    rows = [(label, known[name]) for name, label in _CONTACT_LABELS.items() if name in known]
    if lead.draft.contact.preferred_method:
        rows.append(("Prefers", lead.draft.contact.preferred_method))
    return rows
