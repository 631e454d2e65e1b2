"""Where orders and returns stand."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from starlette.routing import BaseRoute

from partscounter.storefront.orders.chosen_mails import choose_mails
from partscounter.storefront.orders.history_page import HistoryPage
from partscounter.storefront.orders.order_again import order_again
from partscounter.storefront.orders.order_page import OrderPage
from partscounter.storefront.orders.public_page import PublicPage
from partscounter.storefront.orders.return_page import ReturnPage
from partscounter.storefront.orders.returns_page import ReturnsPage
from partscounter.web.desk import Desk

LANGUAGES: Final = Path(__file__).parent / "languages"


def routes(desk: Desk) -> Sequence[BaseRoute]:
    """The pages; the one behind a link asks for no sign-in."""
    own = desk.with_texts(LANGUAGES)
    order, sending_back, sent_back = OrderPage(own), ReturnPage(own), ReturnsPage(own)
    return [
        own.route("/shop/orders", HistoryPage(own).show),
        own.route("/shop/orders/{id}", order.show),
        own.route("/shop/orders/{id}/again", order_again, "POST"),
        own.route("/shop/orders/{id}/mails", choose_mails),
        own.route("/shop/orders/{id}/return", sending_back.ask),
        own.route("/shop/orders/{id}/return", sending_back.take, "POST"),
        own.route("/shop/returns", sent_back.show),
        own.route("/shop/returns/{number}/withdraw", sent_back.withdraw, "POST"),
        own.route("/order/{link}", PublicPage(own).show),
    ]
