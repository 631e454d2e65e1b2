"""Preparing the one mail by which a customer hears that what was waited for has come in."""

from collections.abc import Sequence

from partscounter.database import WriteTx
from partscounter.domain import dealers
from partscounter.domain.inventory import Item
from partscounter.domain.leads import wants
from partscounter.domain.leads.wants import Want
from partscounter.domain.notifications import store as sql
from partscounter.domain.notifications.compose_want import compose_found
from partscounter.domain.notifications.decide import Decision
from partscounter.domain.notifications.end_link import end_url_of
from partscounter.domain.notifications.languages.leads import lead_wording_in
from partscounter.domain.notifications.look_again import settle
from partscounter.domain.notifications.mail import Mail
from partscounter.domain.notifications.mail_row import row_of_mail

_NOBODY_WAITS = "Nobody waits for this any longer."


def prepare_want_mail(tx: WriteTx, *, event_id: int, want_id: int, base_url: str) -> Mail:
    """The mail that the event causes, written when it is first asked for; skipped ones say why.

    It tells of everything that has come in and was not told of. What the next event has found as well is then told
    already, and its mail is skipped. One that still waits is skipped if the want was ended meanwhile.
    """
    known = sql.find_mail_of_event(tx, event_id)
    want = wants.get_want(tx, want_id)
    if known is not None:
        return settle(tx, known, _decide_again(want, known))
    is_told = want.is_open(tx.now) and bool(want.draft.waiting.email)
    items = wants.take_untold(tx, want_id) if is_told else ()
    end_url = end_url_of(tx, want, base_url)
    stores = dealers.load_stores(tx, {item.store_id for item in items})
    message = compose_found(lead_wording_in(want.draft.waiting.language), want, items, stores, end_url)
    message_id = f"<want-{want.id}-event-{event_id}@partscounter.invalid>"
    decision = _decide(tx, want, items)
    row = row_of_mail(tx, event_id, "want", decision, message, message_id=message_id, unsubscribe_url=end_url)
    return sql.insert_mail(tx, row)


def _decide_again(want: Want, mail: Mail) -> Decision:
    """A want that has grown too old while the mail waited was open when the items came in."""
    if want.ended_at is None:
        return Decision(send=True, recipient=mail.recipient, reason=mail.reason)
    return Decision(send=False, recipient=mail.recipient, reason=_NOBODY_WAITS)


def _decide(tx: WriteTx, want: Want, items: Sequence[Item]) -> Decision:
    recipient = want.draft.waiting.email
    if not want.is_open(tx.now):
        return Decision(send=False, recipient=recipient, reason=_NOBODY_WAITS)
    if not recipient:
        return Decision(send=False, recipient="", reason="Whoever waits has named no mail address.")
    if not items:
        return Decision(
            send=False, recipient=recipient, reason="What came in is told already, sold, or hidden from the customer."
        )
    return Decision(send=True, recipient=recipient, reason="The customer waits for this.")
