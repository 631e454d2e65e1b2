"""The order that an address names, as it is now, for somebody who may see it."""

from partscounter.database import ReadTx
from partscounter.domain import orders
from partscounter.domain.orders import Order
from partscounter.portal.area import require_dealer
from partscounter.web.row_number import id_in
from partscounter.web.visits import Visit


def find_order(tx: ReadTx, visit: Visit, order_id: int | None = None) -> Order:
    """By the `id` of the address unless another is given. Unknown and foreign orders answer 404 alike."""
    order = orders.get_order(tx, id_in(visit, "id") if order_id is None else order_id)
    require_dealer(visit.signed_in, order.dealer_id)
    return order
