"""The cart as it looks to whoever is there."""

from partscounter.database import ReadTx
from partscounter.domain import kept_carts
from partscounter.domain.dealers import Dealer
from partscounter.domain.kept_carts import PricedCart
from partscounter.storefront.buyer import Buyer, buyer_of
from partscounter.storefront.owner import owner_of
from partscounter.web.visits import Visit


def priced_cart(tx: ReadTx, visit: Visit) -> PricedCart:
    """The lines of the visit's cart at this buyer's prices."""
    buyer = buyer_of(visit.app, tx, visit.account)
    lines = kept_carts.list_lines(tx, owner_of(visit))
    return kept_carts.price_lines(tx, lines, may_sell=lambda dealer: is_seller(buyer, dealer), terms=buyer.terms)


def is_seller(buyer: Buyer, dealer: Dealer) -> bool:
    """Whether the buyer is offered the dealer's stock."""
    return dealer.vendor_id is not None and (buyer.sellers is None or dealer.id in buyer.sellers)
