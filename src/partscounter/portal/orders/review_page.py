"""`/portal/orders/{id}/review`: a resubmission beside the order that it may replace, and the verdict."""

from starlette.exceptions import HTTPException
from starlette.responses import Response

from partscounter.domain import orders
from partscounter.domain.orders import reviews
from partscounter.domain.orders.reviews import NothingToReview, Verdict
from partscounter.portal.area import StaffDesk
from partscounter.portal.orders.find_order import find_order
from partscounter.portal.orders.form_payload import actor_with_form
from partscounter.portal.orders.view_row import standing_of, units_text
from partscounter.web.visits import Visit, go_to

_LONGEST = 500


class ReviewPage:
    """Both orders side by side."""

    def __init__(self, desk: StaffDesk) -> None:
        self._desk = desk

    def ask(self, visit: Visit) -> Response:
        return self._show(visit)

    def take(self, visit: Visit) -> Response:
        with self._desk.desk.app.database.read() as tx:
            order = find_order(tx, visit)
        text, note = visit.field("verdict"), visit.field("note")[:_LONGEST]
        if text not in set(Verdict):
            return self._show(visit, 422, problem="Please say what it is.")
        try:
            self._desk.desk.app.database.write(
                actor_with_form(visit), lambda tx: reviews.close_review(tx, order.id, Verdict(text), note=note)
            )
        except NothingToReview:
            return self._show(visit, 409, problem="Somebody has given a verdict before, so nothing was changed.")
        return go_to(f"/portal/orders/{order.id}?done=review")

    def _show(self, visit: Visit, status: int = 200, *, problem: str = "") -> Response:
        with self._desk.desk.app.database.read() as tx:
            order = find_order(tx, visit)
            review = reviews.find_review(tx, order.id)
            if review is None:
                raise HTTPException(404)
            earlier = orders.get_order(tx, review.replaces)
        pair = [(each, standing_of(each), units_text(each)) for each in (earlier, order)]
        return self._desk.show(
            visit, "orders/review.html", status, order=order, review=review, pair=pair, problem=problem
        )
