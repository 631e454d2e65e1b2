"""Another look at a mail of an order that was not taken yet: its reader may not want it any longer."""

from collections.abc import Mapping

from partscounter.database import ReadTx, WriteTx
from partscounter.domain import customers, dealers, orders
from partscounter.domain.notifications import store as sql
from partscounter.domain.notifications.decide import Decision, decide_for_reader
from partscounter.domain.notifications.groups import GROUP_OF, GROUP_OF_PROMISES, Group
from partscounter.domain.notifications.mail import Mail, MailState

ABOUT_PROMISES = "promise"

_GROUPS: Mapping[str, Group | None] = {
    **{status.value: group for status, group in GROUP_OF.items()},
    ABOUT_PROMISES: GROUP_OF_PROMISES,
}
"""What a mail is about → its group; what is not here is always sent."""

_WAITING = {MailState.QUEUED, MailState.BOUNCED}


def is_wanted_still(tx: ReadTx, mail: Mail) -> Decision:
    """Whether `mail`, about an order, would go if it were written now, to whom it is addressed."""
    if mail.order_id is None:
        raise ValueError(f"mail {mail.id} is about no order")
    order = orders.get_order(tx, mail.order_id)
    dealer, customer = dealers.get_dealer(tx, order.dealer_id), customers.get_customer(tx, order.customer_id)
    return decide_for_reader(dealer, customer, _GROUPS.get(mail.about), mail.recipient)


def look_again(tx: WriteTx, mail: Mail) -> Mail:
    """`mail` before another try: skipped, with the reason, if it waits and its reader does not want it any longer.

    A skipped mail stays skipped: what it tells is old news by the time that somebody wants it again.
    """
    return settle(tx, mail, is_wanted_still(tx, mail)) if mail.state in _WAITING else mail


def settle(tx: WriteTx, mail: Mail, decision: Decision) -> Mail:
    """`mail` as `decision` leaves it, if it waits; what is sent or skipped stays as it is.

    One that had left before somebody asked for it again counts as sent, as it was then.
    """
    if mail.state not in _WAITING or decision.send:
        return mail
    if mail.sent_at is None:
        return sql.settle_mail(tx, mail.id, MailState.SKIPPED, decision.reason)
    return sql.settle_mail(tx, mail.id, MailState.SENT, f"Not sent again: {decision.reason}")
