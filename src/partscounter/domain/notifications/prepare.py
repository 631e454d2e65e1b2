"""Preparing the one mail that an event causes."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from partscounter.database import ReadTx, WriteTx
from partscounter.domain import customers, dealers, fulfilment, orders
from partscounter.domain.customers import Customer
from partscounter.domain.dealers import Dealer
from partscounter.domain.notifications import store as sql
from partscounter.domain.notifications.compose import Promises, compose, compose_promises
from partscounter.domain.notifications.decide import Decision, decide, decide_for_group, language_of
from partscounter.domain.notifications.groups import GROUP_OF, GROUP_OF_PROMISES, Group
from partscounter.domain.notifications.languages import wording_in
from partscounter.domain.notifications.look_again import ABOUT_PROMISES, look_again, settle
from partscounter.domain.notifications.mail import Mail, MailState, Message
from partscounter.domain.notifications.mail_links import NO_LINKS, MailLinks
from partscounter.domain.notifications.preferences import sign_preferences_link, sign_unsubscribe_link
from partscounter.domain.orders import Order, Promise, Telling

_ARRIVED = "Nothing of it is on back order any more."


def prepare_mail(tx: WriteTx, *, event_id: int, order_id: int, update_id: int | None, base_url: str = "") -> Mail:
    """The mail that the event causes, written when it is first asked for; skipped ones say why.

    One that still waits is looked at again: it is skipped if its reader does not want it any longer. `update_id` names
    the tracking update that the event tells of; None stands for the order itself. The mail leads its reader to the
    order, and a known customer to the preferences, if `base_url`, where the world reaches this counter, is known.
    """
    known = sql.find_mail_of_event(tx, event_id)
    if known is not None:
        return look_again(tx, known)
    order, dealer, customer = parties = _parties(tx, order_id)
    update = None if update_id is None else fulfilment.get_update(tx, update_id)
    status = None if update is None else update.status
    links = _links(tx, base_url, parties, None if status is None else GROUP_OF[status])
    promises = {} if update else _by_line(orders.list_promises(tx, order.id), Telling.CONFIRMATION)
    wording = wording_in(language_of(order, customer))
    message = compose(wording, dealer, order, update, links=links, promises=promises)
    about = "confirmation" if status is None else status.value
    decision = decide(dealer, order, customer, status)
    return _write(tx, event_id, order, about=about, decision=decision, message=message, links=links)


def prepare_promise_mail(
    tx: WriteTx, *, event_id: int, order_id: int, promise_ids: Sequence[int], base_url: str = ""
) -> Mail:
    """The mail that tells of these promises, written when it is first asked for; a skipped one says why.

    One that still waits is looked at again: by now its reader may not want it, or the parts may be there.
    """
    known = sql.find_mail_of_event(tx, event_id)
    promises = _by_line(orders.load_promises(tx, promise_ids), Telling.MAIL)
    order, dealer, customer = parties = _parties(tx, order_id)
    if known is not None and not _is_awaited(order, promises):
        return settle(tx, known, Decision(send=False, recipient=known.recipient, reason=_ARRIVED))
    if known is not None:
        return look_again(tx, known)
    links = _links(tx, base_url, parties, GROUP_OF_PROMISES)
    wording = wording_in(language_of(order, customer))
    message = compose_promises(wording, dealer, order, promises, links)
    decision = decide_for_group(dealer, order, customer, GROUP_OF_PROMISES)
    if not _is_awaited(order, promises):
        decision = replace(decision, send=False, reason=_ARRIVED)
    return _write(tx, event_id, order, about=ABOUT_PROMISES, decision=decision, message=message, links=links)


def _is_awaited(order: Order, promises: Promises) -> bool:
    """Whether something that a date is promised for is still on back order."""
    return any(line.quantities.backorder for line in order.lines if line.number in promises)


def _parties(tx: ReadTx, order_id: int) -> tuple[Order, Dealer, Customer | None]:
    order = orders.get_order(tx, order_id)
    return order, dealers.get_dealer(tx, order.dealer_id), customers.get_customer(tx, order.customer_id)


def _by_line(promises: Sequence[Promise], telling: Telling) -> Promises:
    return {promise.line_number: promise for promise in promises if promise.telling is telling}


def _write(
    tx: WriteTx, event_id: int, order: Order, *, about: str, decision: Decision, message: Message, links: MailLinks
) -> Mail:
    values = {
        "event_id": event_id,
        "order_id": order.id,
        "about": about,
        "recipient": decision.recipient,
        "subject": message.subject,
        "text": message.text,
        "html": message.html,
        "message_id": f"<order-{order.id}-event-{event_id}@partscounter.invalid>",
        "unsubscribe_url": links.unsubscribe,
        "state": (MailState.QUEUED if decision.send else MailState.SKIPPED).value,
        "reason": decision.reason,
        "queued_at": tx.now,
    }
    return sql.insert_mail(tx, values)


def _links(
    tx: WriteTx, base_url: str, parties: tuple[Order, Dealer, Customer | None], group: Group | None
) -> MailLinks:
    """One click may end only what it would end: a mail of a group, of a dealer who lets customers choose."""
    order, dealer, customer = parties
    if not base_url:
        return NO_LINKS
    page = f"{base_url}/order/{orders.sign_order_link(tx, order)}"
    if customer is None:
        return MailLinks(page)
    preferences = f"{base_url}/preferences/{sign_preferences_link(tx, customer, dealer)}"
    if group is None or not dealer.customers_manage_notifications:
        return MailLinks(page, preferences)
    return MailLinks(page, preferences, f"{base_url}/unsubscribe/{sign_unsubscribe_link(tx, customer, dealer, group)}")


def mark_sent(tx: WriteTx, mail: Mail) -> None:
    """The mail server has taken it."""
    sql.mark_sent(tx, mail.id)


def mark_bounced(tx: WriteTx, mail: Mail, answer: str) -> None:
    """The mail server refuses the recipient for good, and said `answer`."""
    sql.mark_bounced(tx, mail.id, answer)


def list_newest_mails(tx: ReadTx, limit: int = 100) -> list[Mail]:
    """The newest mails of all orders and leads."""
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
