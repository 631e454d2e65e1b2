"""Ordering."""

import secrets
from collections.abc import Mapping

from starlette.responses import Response

from partscounter.database import WriteTx
from partscounter.domain import approvals, kept_carts, orders
from partscounter.domain.kept_carts import CartChanged, Checkout, EmptyCart, InvalidCheckout, LinesRefused
from partscounter.domain.kept_carts.checkout import kinds_wanted, wants_serial_number
from partscounter.domain.orders import KeyReused
from partscounter.storefront.buyer import buyer_of
from partscounter.storefront.cart.add import CART
from partscounter.storefront.cart.consent import groups_that_wait
from partscounter.storefront.cart.machines import shown_machines
from partscounter.storefront.cart.priced import is_seller, priced_cart
from partscounter.storefront.cart.read_checkout import first_checkout, read_checkout
from partscounter.storefront.hourly_limit import HourlyLimit
from partscounter.storefront.owner import owner_of
from partscounter.web.desk import Desk
from partscounter.web.visits import Visit, go_to

_LONGEST_KEY = 100


class _TooManyOrders(Exception):
    """A guest's address has placed as many orders in this hour as it may."""


class CheckoutPage:
    """`/shop/checkout`, with an account or without one."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._limit = HourlyLimit(desk.app.clock)

    def ask(self, visit: Visit) -> Response:
        return self._page(visit)

    def place(self, visit: Visit) -> Response:
        """One order for each store; the same form sent twice leads to the same orders. 429 for a guest's too many."""
        checkout = read_checkout(visit)
        try:
            link = visit.app.database.write(visit.actor, lambda tx: self._order_once(tx, visit, checkout))
        except InvalidCheckout as refused:
            wrong = {violation.field: violation.issue for violation in refused.violations}
            return self._page(visit, 400, checkout=checkout, wrong=wrong)
        except (CartChanged, KeyReused):
            return self._page(visit, 409, checkout=checkout, problem="changed")
        except _TooManyOrders:
            return self._page(visit, 429, checkout=checkout, problem="too_often")
        except (LinesRefused, EmptyCart):
            return go_to(f"{CART}?problem=refused")
        return go_to(f"/order/{link}?done=ordered")

    def _order_once(self, tx: WriteTx, visit: Visit, checkout: Checkout) -> str:
        """The link of the page that shows what was ordered."""
        key = visit.field("key")[:_LONGEST_KEY]
        if not key:
            return self._order(tx, visit, checkout)
        said = repr(checkout).encode()
        scope = f"shop:{owner_of(visit)}"
        return orders.once(tx, scope=scope, key=key, body=said, do=lambda: self._order(tx, visit, checkout))

    def _order(self, tx: WriteTx, visit: Visit, checkout: Checkout) -> str:
        link = _order(tx, visit, checkout)
        # Counted last: what was refused, and a form that was sent twice, is no order of this hour.
        if visit.account is None and not self._limit.take(visit.origin.address):
            raise _TooManyOrders
        return link

    def _page(
        self,
        visit: Visit,
        status: int = 200,
        *,
        checkout: Checkout | None = None,
        wrong: Mapping[str, str] | None = None,
        problem: str = "",
    ) -> Response:
        with visit.app.database.read() as tx:
            customer = buyer_of(visit.app, tx, visit.account).customer
            cart = priced_cart(tx, visit)
            machines = shown_machines(tx, visit, cart)
            approvers = [] if customer is None else approvals.list_approvers(tx, customer.id)
        if not cart.lines or cart.faults:
            return go_to(CART if not cart.lines else f"{CART}?problem=refused")
        return self._desk.show(
            visit,
            "cart/checkout.html",
            status,
            cart=cart,
            given=checkout or first_checkout(cart, customer, visit.account, machines),
            machines=machines,
            wrong=wrong or {},
            problem=problem,
            kinds=kinds_wanted(cart),
            wants_serial_number=wants_serial_number(cart),
            key=secrets.token_urlsafe(16),
            waiting=groups_that_wait(cart, customer, approvers),
        )


def _order(tx: WriteTx, visit: Visit, checkout: Checkout) -> str:
    buyer = buyer_of(visit.app, tx, visit.account)
    sold = kept_carts.check_out(
        tx,
        owner_of(visit),
        checkout,
        may_sell=lambda dealer: is_seller(buyer, dealer),
        terms=buyer.terms,
        customer=buyer.customer,
        account=visit.account,
    )
    return orders.sign_cart_link(tx, sold.transaction_id or 0)
