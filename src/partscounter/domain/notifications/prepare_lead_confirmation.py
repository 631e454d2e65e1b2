"""Preparing the one mail by which a customer hears that a request or a question came in."""

from partscounter.database import WriteTx
from partscounter.domain import leads
from partscounter.domain.leads import wants
from partscounter.domain.notifications import store as sql
from partscounter.domain.notifications.compose_want import compose_confirmation
from partscounter.domain.notifications.decide import Decision
from partscounter.domain.notifications.end_link import end_url_of
from partscounter.domain.notifications.languages.leads import lead_wording_in
from partscounter.domain.notifications.mail import Mail
from partscounter.domain.notifications.mail_row import row_of_mail


def prepare_lead_confirmation(tx: WriteTx, *, event_id: int, lead_id: int, base_url: str) -> Mail:
    """The mail that the event causes, written when it is first asked for, in the language of the customer if known.

    It leads a customer who waits now to where that is ended, if `base_url`, where the world reaches this counter, is
    known.
    """
    known = sql.find_mail_of_event(tx, event_id)
    if known is not None:
        return known
    lead = leads.get_lead(tx, lead_id)
    customer, want = leads.customer_of_lead(tx, lead.draft), wants.find_want_of_lead(tx, lead_id)
    end_url = "" if want is None else end_url_of(tx, want, base_url)
    message = compose_confirmation(lead_wording_in(customer.language if customer else ""), lead, end_url)
    decision = Decision(
        send=True, recipient=lead.draft.contact.address.email, reason="The lead names this mail address."
    )
    message_id = f"<lead-{lead.id}-event-{event_id}@partscounter.invalid>"
    row = row_of_mail(
        tx, event_id, "lead_confirmation", decision, message, message_id=message_id, unsubscribe_url=end_url
    )
    return sql.insert_mail(tx, row)
