"""Preparing the one mail that an event causes."""

from collections.abc import Mapping

from partscounter.database import ReadTx, WriteTx
from partscounter.domain import customers, dealers, fulfilment, orders
from partscounter.domain.notifications import store as sql
from partscounter.domain.notifications.compose import compose
from partscounter.domain.notifications.decide import decide
from partscounter.domain.notifications.mail import Mail, MailState


def prepare_mail(tx: WriteTx, *, event_id: int, order_id: int, update_id: int | None) -> Mail:
    """The mail that the event causes, written when it is first asked for; skipped ones say why.

    `update_id` names the tracking update that the event tells of; None stands for the order itself.
    """
    known = sql.find_mail_of_event(tx, event_id)
    if known is not None:
        return known
    order = orders.get_order(tx, order_id)
    dealer = dealers.get_dealer(tx, order.dealer_id)
    update = None if update_id is None else fulfilment.get_update(tx, update_id)
    status = None if update is None else update.status
    decision = decide(dealer, order, customers.get_customer(tx, order.customer_id), status)
    message = compose(dealer, order, update)
    values = {
        "event_id": event_id,
        "order_id": order.id,
        "about": "confirmation" if status is None else status.value,
        "recipient": decision.recipient,
        "subject": message.subject,
        "text": message.text,
        "html": message.html,
        "message_id": f"<order-{order.id}-event-{event_id}@partscounter.invalid>",
        "state": (MailState.QUEUED if decision.send else MailState.SKIPPED).value,
        "reason": decision.reason,
        "queued_at": tx.now,
    }
    return sql.insert_mail(tx, values)


def mark_sent(tx: WriteTx, mail: Mail) -> None:
    """The mail server has taken it."""
    sql.mark_sent(tx, mail.id)


def list_newest_mails(tx: ReadTx, limit: int = 100) -> list[Mail]:
    """The newest mails of all orders."""
    return sql.newest_mails(tx, limit)


def list_mails_of_order(tx: ReadTx, order_id: int) -> list[Mail]:
    """Every mail about the order, oldest first."""
    return sql.mails_of_order(tx, order_id)


def find_mail(tx: ReadTx, mail_id: int) -> Mail | None:
    """By our own id."""
    return sql.find_mail(tx, mail_id)


def count_mails(tx: ReadTx) -> Mapping[MailState, int]:
    """How many mails are in each state; a state without any is left out."""
    return sql.count_mails(tx)
