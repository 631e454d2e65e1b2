"""Preparing the one mail by which a dealer is told of a lead."""

from partscounter.database import ReadTx, WriteTx
from partscounter.domain import dealers, leads
from partscounter.domain.leads import Lead
from partscounter.domain.notifications import store as sql
from partscounter.domain.notifications.compose_lead import compose_lead
from partscounter.domain.notifications.decide import Decision
from partscounter.domain.notifications.mail import Mail, MailState


def prepare_lead_mail(tx: WriteTx, *, event_id: int, lead_id: int, operator_address: str) -> Mail:
    """The mail that the event causes, written when it is first asked for; skipped ones say why.

    It goes to the store that the lead is for, else to the dealer's oldest store with a mail address, else to the
    operator, if there is such an address.
    """
    known = sql.find_mail_of_event(tx, event_id)
    if known is not None:
        return known
    lead = leads.get_lead(tx, lead_id)
    decision = _decide(tx, lead, operator_address)
    message = compose_lead(lead)
    values = {
        "event_id": event_id,
        "order_id": None,
        "about": lead.draft.kind.value,
        "recipient": decision.recipient,
        "subject": message.subject,
        "text": message.text,
        "html": message.html,
        "message_id": f"<lead-{lead.id}-event-{event_id}@partscounter.invalid>",
        "unsubscribe_url": "",
        "state": (MailState.QUEUED if decision.send else MailState.SKIPPED).value,
        "reason": decision.reason,
        "queued_at": tx.now,
    }
    return sql.insert_mail(tx, values)


def _decide(tx: ReadTx, lead: Lead, operator_address: str) -> Decision:
    address, whose = _dealer_address(tx, lead)
    if address:
        return Decision(send=True, recipient=address, reason="The lead is for this store.")
    if operator_address:
        return Decision(send=True, recipient=operator_address, reason=f"{whose} The operator is told.")
    return Decision(send=False, recipient="", reason=f"{whose} No address is set for such leads.")


def _dealer_address(tx: ReadTx, lead: Lead) -> tuple[str, str]:
    """The address, or an empty one and a sentence that says why there is none."""
    if lead.draft.dealer_id is None:
        return "", "The lead names no vendor."
    if lead.draft.store_id is not None:
        own = dealers.get_store(tx, lead.draft.store_id).address.email
        if own:
            return own, ""
    stores = dealers.list_stores_of_dealer(tx, lead.draft.dealer_id)
    addresses = [store.address.email for store in stores if store.address.email]
    return (addresses[0], "") if addresses else ("", "The vendor has no mail address.")
