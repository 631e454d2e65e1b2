"""Carts that the shop keeps for visitors and accounts until they are ordered."""

from partscounter.domain.kept_carts.add import add_lines
from partscounter.domain.kept_carts.change import change_quantities
from partscounter.domain.kept_carts.check_out import check_out
from partscounter.domain.kept_carts.checkout import Checkout
from partscounter.domain.kept_carts.errors import (
    CartChanged,
    EmptyCart,
    InvalidCartLine,
    InvalidCheckout,
    LinesRefused,
)
from partscounter.domain.kept_carts.line import (
    LARGEST_QUANTITY,
    MOST_LINES,
    KeptLine,
    WantedItem,
    account_owner,
    visitor_owner,
)
from partscounter.domain.kept_carts.lookup import count_lines, hold_lines, list_lines
from partscounter.domain.kept_carts.merge import hand_over, merge_carts
from partscounter.domain.kept_carts.price import price_lines
from partscounter.domain.kept_carts.priced import CartFault, PricedCart, PricedLine, StoreGroup

__all__ = [
    "LARGEST_QUANTITY",
    "MOST_LINES",
    "CartChanged",
    "CartFault",
    "Checkout",
    "EmptyCart",
    "InvalidCartLine",
    "InvalidCheckout",
    "KeptLine",
    "LinesRefused",
    "PricedCart",
    "PricedLine",
    "StoreGroup",
    "WantedItem",
    "account_owner",
    "add_lines",
    "change_quantities",
    "check_out",
    "count_lines",
    "hand_over",
    "hold_lines",
    "list_lines",
    "merge_carts",
    "price_lines",
    "visitor_owner",
]
