"""Preparing the one mail of an event that is not a step of an order: consent wanted, decisions, returns."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from partscounter.database import WriteTx
from partscounter.database.log import StoredEvent, get_event
from partscounter.domain import approvals, customers, dealers, orders, returns, sales
from partscounter.domain.approvals import Approval, ApprovalDecided, ApprovalWanted
from partscounter.domain.customers import Customer
from partscounter.domain.notifications import store as sql
from partscounter.domain.notifications.compose_notice import NoticeFacts, NoticePart, compose_notice
from partscounter.domain.notifications.decide import language_of, recipient_of
from partscounter.domain.notifications.languages import wording_in
from partscounter.domain.notifications.mail import Mail, MailState
from partscounter.domain.notifications.notice import Notice
from partscounter.domain.orders import Order
from partscounter.domain.returns import GoodsReturn, ReturnChanged, ReturnState

_ALWAYS = "Whoever has to agree is always asked, and decisions and returns are always told."
_NOBODY = "Nobody is named with a mail address."


@dataclass(frozen=True, slots=True)
class _Told:
    notice: Notice
    recipient: str
    language: str
    facts: NoticeFacts


def prepare_notice(tx: WriteTx, *, event_id: int, base_url: str = "") -> Mail:
    """The mail that the event causes, written when it is first asked for; without a recipient it is skipped.

    An approver's mail leads to the page on which they decide if `base_url`, where the world reaches this counter, is
    known.
    """
    known = sql.find_mail_of_event(tx, event_id)
    if known is not None:
        return known
    event = get_event(tx, event_id)
    order = orders.get_order(tx, _number(event, "order"))
    told = _tell(tx, event, order, base_url)
    message = compose_notice(wording_in(told.language), told.notice, told.facts)
    values = {
        "event_id": event_id,
        "order_id": order.id,
        "about": told.notice.value,
        "recipient": told.recipient,
        "subject": message.subject,
        "text": message.text,
        "html": message.html,
        "message_id": f"<order-{order.id}-event-{event_id}@partscounter.invalid>",
        "unsubscribe_url": "",
        "state": (MailState.QUEUED if told.recipient else MailState.SKIPPED).value,
        "reason": _ALWAYS if told.recipient else _NOBODY,
        "queued_at": tx.now,
    }
    return sql.insert_mail(tx, values)


def _number(event: StoredEvent, name: str) -> int:
    number = event.data[name]
    if not isinstance(number, int):
        raise TypeError(f"event {event.id} names no {name}")
    return number


def _tell(tx: WriteTx, event: StoredEvent, order: Order, base_url: str) -> _Told:
    buyer = customers.get_customer(tx, order.customer_id)
    names = NoticeFacts(dealer=dealers.get_dealer(tx, order.dealer_id).name, number=order.document_number)
    match event.kind:
        case ApprovalWanted.kind:
            return _wanted(tx, order, replace(names, buyer=_buyer(order, buyer)), _number(event, "approver"), base_url)
        case ApprovalDecided.kind:
            return _decided(event.data, order, names, buyer)
        case ReturnChanged.kind:
            return _returned(tx, event, order, names, buyer)
        case kind:
            raise ValueError(f"of {kind} there is no notice")


def _wanted(tx: WriteTx, order: Order, names: NoticeFacts, approver_id: int, base_url: str) -> _Told:
    approver = approvals.find_approver(tx, approver_id)
    if approver is None:
        return _Told(Notice.APPROVAL_WANTED, "", "", names)
    link = f"{base_url}/approval/{sales.sign_approval_link(tx, order, approver)}" if base_url else ""
    facts = replace(names, parts=_parts(order), amount=amount_of(order), link=link)
    return _Told(Notice.APPROVAL_WANTED, approver.email, approver.language, facts)


def _decided(data: Mapping[str, object], order: Order, names: NoticeFacts, buyer: Customer | None) -> _Told:
    notice = Notice.APPROVED if data["decision"] == Approval.APPROVED.value else Notice.REJECTED
    by = str(data["by"]) or names.dealer
    facts = replace(names, by=by, parts=_parts(order), amount=amount_of(order), note=str(data["note"]))
    return _Told(notice, recipient_of(order, buyer), language_of(order, buyer), facts)


def _returned(tx: WriteTx, event: StoredEvent, order: Order, names: NoticeFacts, buyer: Customer | None) -> _Told:
    goods = returns.get_return(tx, _number(event, "return"))
    is_credited = event.data["state"] == ReturnState.CREDITED.value
    facts = replace(
        names,
        named=goods.number,
        parts=_returned_parts(goods, order, is_credited=is_credited),
        amount=_credited_amount(tx, goods, order) if is_credited else "",
        note=goods.note,
    )
    notice = Notice.RETURN_CREDITED if is_credited else Notice.RETURN_AUTHORISED
    return _Told(notice, recipient_of(order, buyer), language_of(order, buyer), facts)


def _returned_parts(goods: GoodsReturn, order: Order, *, is_credited: bool) -> list[NoticePart]:
    lines = {line.number: line for line in order.lines}
    units = [(lines[each.line_number], each.received if is_credited else each.units) for each in goods.lines]
    return [NoticePart(count, line.code, line.description) for line, count in units if count]


def _credited_amount(tx: WriteTx, goods: GoodsReturn, order: Order) -> str:
    """With tax, and without the dealer's share."""
    made = [each for each in sales.load_adjustments(tx, [order.id])[order.id] if each.return_id == goods.id]
    return f"{-sum((each.amount + each.tax for each in made), Decimal(0)):.2f} {order.currency}"


def amount_of(order: Order) -> str:
    """What the order costs, cores included."""
    return f"{order.total + order.cores:.2f} {order.currency}"


def _buyer(order: Order, customer: Customer | None) -> str:
    return order.contact.name or (customer.name if customer else "") or order.contact.email


def _parts(order: Order) -> list[NoticePart]:
    return [NoticePart(line.quantity, line.code, line.description) for line in order.lines]
