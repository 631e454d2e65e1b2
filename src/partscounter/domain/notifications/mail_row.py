"""The row of a mail that is about no order."""

from collections.abc import Mapping

from partscounter.database import WriteTx
from partscounter.domain.notifications.decide import Decision
from partscounter.domain.notifications.mail import MailState, Message


def row_of_mail(
    tx: WriteTx,
    event_id: int,
    about: str,
    decision: Decision,
    message: Message,
    *,
    message_id: str,
    unsubscribe_url: str,
) -> Mapping[str, object]:
    """Ready to be inserted."""
    return {
        "event_id": event_id,
        "order_id": None,
        "about": about,
        "recipient": decision.recipient,
        "subject": message.subject,
        "text": message.text,
        "html": message.html,
        "message_id": message_id,
        "unsubscribe_url": unsubscribe_url,
        "state": (MailState.QUEUED if decision.send else MailState.SKIPPED).value,
        "reason": decision.reason,
        "queued_at": tx.now,
    }
