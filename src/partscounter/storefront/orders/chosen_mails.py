"""From an order to the page on which its customer chooses the seller's mails."""

from starlette.exceptions import HTTPException
from starlette.responses import Response

from partscounter.domain import customers, dealers, notifications
from partscounter.storefront.orders.theirs import get_own_order
from partscounter.web.sign_in_first import sign_in_first
from partscounter.web.visits import Visit, go_to


def choose_mails(visit: Visit) -> Response:
    """`/shop/orders/{id}/mails`: to where each mail of this seller leads, too. An order of no customer has none."""
    if visit.account is None:
        return sign_in_first(visit)
    with visit.app.database.read() as tx:
        order = get_own_order(tx, visit)
        customer, dealer = customers.get_customer(tx, order.customer_id), dealers.get_dealer(tx, order.dealer_id)
    if customer is None:
        raise HTTPException(404)
    link = visit.app.database.write(visit.actor, lambda tx: notifications.sign_preferences_link(tx, customer, dealer))
    return go_to(f"/preferences/{link}")
