"""A lead as it was sent: the keys that are known are strictly typed, and everything else is kept as it is."""

from collections.abc import Mapping
from dataclasses import dataclass

import msgspec

from partscounter.domain.leads import LeadContact, LeadDraft, LeadKind
from partscounter.kit.address import PostalAddress
from partscounter.kit.refusal import Invalid, Violation
from partscounter.web.decode import decode, decode_untyped
from partscounter_contracts import inventory as contract

_Body = contract.PartRequest | contract.PartInquiry | contract.PhoneCall | contract.EmailMessage

_TYPES: Mapping[LeadKind, type[_Body]] = {
    LeadKind.PART_REQUEST: contract.PartRequest,
    LeadKind.PART_INQUIRY: contract.PartInquiry,
    LeadKind.PHONE_CALL: contract.PhoneCall,
    LeadKind.EMAIL: contract.EmailMessage,
}
_KEPT_ELSEWHERE = frozenset({"contact", "userid", "vendor_id", "vendor_store_id", "vendor_store"})
_RAW = msgspec.json.Decoder(dict[str, msgspec.Raw])


@dataclass(frozen=True, slots=True)
class SentLead:
    """A draft with its vendor still by name; empty texts where none was named."""

    draft: LeadDraft
    vendor_id: str
    vendor_store: str


def read_lead(kind: LeadKind, body: bytes) -> SentLead:
    """The lead in `body`; refuses with Malformed or Invalid."""
    sent = decode(_TYPES[kind], body)
    decode_untyped(body)  # unknown keys are kept, so they have to be JSON too
    vendor_id = _text(sent.vendor_id)
    vendor_store = _text(sent.vendor_store_id if sent.vendor_store_id is not None else sent.vendor_store)
    if vendor_store and not vendor_id:
        raise Invalid("The lead is not as described.", (Violation("vendor_id", "is required with a store"),))
    draft = LeadDraft(kind=kind, contact=_contact(sent.contact), userid=_text(sent.userid), facts=_facts(body))
    return SentLead(draft, vendor_id, vendor_store)


def _facts(body: bytes) -> tuple[tuple[str, str], ...]:
    """Every other key: a text as it is, anything else as the JSON that was sent. What says nothing is left out."""
    texts = ((key, _plain(bytes(raw))) for key, raw in _RAW.decode(body).items() if key not in _KEPT_ELSEWHERE)
    return tuple((key, text) for key, text in texts if text)


def _plain(raw: bytes) -> str:
    if raw.startswith(b'"'):
        return msgspec.json.decode(raw, type=str).strip()
    return "" if raw == b"null" else raw.decode()


def _contact(sent: contract.LeadContact | None) -> LeadContact:
    if sent is None:
        return LeadContact()
    address = PostalAddress(
        contact=_text(sent.contact),
        company=_text(sent.company),
        street=_text(sent.address),
        city=_text(sent.city),
        state=_text(sent.state),
        postal_code=_text(sent.postal_code),
        country=_text(sent.country),
        phone=_text(sent.phone_number),
        email=_text(sent.email),
    )
    return LeadContact(address, _text(sent.preferred_contact_method))


def _text(value: str | int | None) -> str:
    return "" if value is None else str(value).strip()
