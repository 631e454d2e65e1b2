"""Where cart and checkout stand."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from starlette.routing import BaseRoute

from partscounter.storefront.cart.add import add_to_cart
from partscounter.storefront.cart.cart_page import CartPage
from partscounter.storefront.cart.checkout_page import CheckoutPage
from partscounter.web.desk import Desk

LANGUAGES: Final = Path(__file__).parent / "languages"


def routes(desk: Desk) -> Sequence[BaseRoute]:
    """The pages."""
    own = desk.with_texts(LANGUAGES)
    cart, checkout = CartPage(own), CheckoutPage(own)
    return [
        own.route("/shop/cart", cart.show),
        own.route("/shop/cart", cart.change, "POST"),
        own.route("/shop/cart/add", add_to_cart, "POST"),
        own.route("/shop/checkout", checkout.ask),
        own.route("/shop/checkout", checkout.place, "POST"),
    ]
