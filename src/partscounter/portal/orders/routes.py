"""Where the order desk stands."""

from collections.abc import Sequence
from typing import Final

from starlette.routing import BaseRoute

from partscounter.portal.area import Area, StaffDesk
from partscounter.portal.orders.order_page import OrderPage
from partscounter.portal.orders.promise_page import PromisePage
from partscounter.portal.orders.queue_page import QueuePage
from partscounter.portal.orders.review_page import ReviewPage
from partscounter.portal.orders.step_page import StepPage


def routes(desk: StaffDesk) -> Sequence[BaseRoute]:
    """The queue, and the pages of one order; a step is the last, since its name is the rest of the address."""
    order, promise, review, step = OrderPage(desk), PromisePage(desk), ReviewPage(desk), StepPage(desk)
    return [
        desk.route("/portal/orders", QueuePage(desk).show),
        desk.route("/portal/orders/{id:row}", order.show),
        desk.route("/portal/orders/{id:row}/events/{event:row}", order.payload),
        desk.route("/portal/orders/{id:row}/promise", promise.ask),
        desk.route("/portal/orders/{id:row}/promise", promise.take, "POST"),
        desk.route("/portal/orders/{id:row}/review", review.ask),
        desk.route("/portal/orders/{id:row}/review", review.take, "POST"),
        desk.route("/portal/orders/{id:row}/{step}", step.ask),
        desk.route("/portal/orders/{id:row}/{step}", step.take, "POST"),
    ]


ORDERS: Final = Area("Orders", "/portal/orders", routes)
