"""What an update would mail, before anyone sends it."""

from collections.abc import Sequence
from dataclasses import dataclass

from partscounter.database import ReadTx
from partscounter.domain import customers, dealers
from partscounter.domain.fulfilment import FulfilmentType, Shipment, TakenUpdate, TrackingStatus, UpdatePart
from partscounter.domain.notifications.compose import compose
from partscounter.domain.notifications.decide import Decision, decide, language_of
from partscounter.domain.notifications.languages import wording_in
from partscounter.domain.notifications.mail import Message
from partscounter.domain.orders import Order


@dataclass(frozen=True, slots=True)
class Preview:
    """The mail, and whether it would go."""

    decision: Decision
    message: Message


def preview_mail(
    tx: ReadTx,
    order: Order,
    status: TrackingStatus,
    parts: Sequence[UpdatePart] = (),
    *,
    type_: FulfilmentType = FulfilmentType.DELIVERY,
    shipment: Shipment | None = None,
) -> Preview:
    """What a first update of `order` with `status` would mail; `parts` are all lines unless given.

    Without the signed links, which are made when a mail is written. Refuses with PartNotOnDocument. Changes nothing.
    """
    dealer = dealers.get_dealer(tx, order.dealer_id)
    customer = customers.get_customer(tx, order.customer_id)
    update = TakenUpdate(
        id=0,
        order_id=order.id,
        taken_at=tx.now,
        status=status,
        type=type_,
        parts=tuple(parts) or tuple(UpdatePart(line.code, line.quantity) for line in order.lines),
        shipment=shipment or Shipment(),
        warnings=(),
    )
    wording = wording_in(language_of(order, customer))
    return Preview(decide(dealer, order, customer, status), compose(wording, dealer, order, update))
