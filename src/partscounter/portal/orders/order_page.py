"""`/portal/orders/{id}`: one order with everything that happened to it, and the words that came with each event."""

import msgspec
from starlette.exceptions import HTTPException
from starlette.responses import Response

from partscounter.database.log import events_of
from partscounter.domain.approvals import Approval
from partscounter.domain.fulfilment.desk import Step, possible_steps
from partscounter.domain.orders import Stage
from partscounter.portal.area import StaffDesk
from partscounter.portal.orders.find_order import find_order
from partscounter.portal.orders.view_history import label_of, title_of
from partscounter.portal.orders.view_order import view_order
from partscounter.portal.orders.view_row import next_step, standing_of, units_text
from partscounter.portal.orders.words import CHANNELS, DOORS, STAGES, STEPS
from partscounter.web.row_number import id_in
from partscounter.web.visits import Visit

_DONE = {
    **{step.value: words.done for step, words in STEPS.items()},
    "repeat": "This was done before; nothing was changed a second time.",
    "promise": "The dates are promised.",
    "same_promise": "These dates were promised before; nothing was changed.",
    "review": "The review is closed.",
    "decision": "The decision is noted.",
    "return": "The return is asked for.",
}
"""What a page that led here says of itself."""
_SHIPPED = (Stage.IN_TRANSIT, Stage.DELIVERED, Stage.INVOICED)


class OrderPage:
    """The order, and the payload of each of its events."""

    def __init__(self, desk: StaffDesk) -> None:
        self._desk = desk

    def show(self, visit: Visit) -> Response:
        with self._desk.desk.app.database.read() as tx:
            view = view_order(tx, find_order(tx, visit))
        return self._desk.show(
            visit,
            "orders/order.html",
            view=view,
            order=view.order,
            standing=standing_of(view.order),
            units=units_text(view.order),
            possible=_possible(view.order.customer_status, possible_steps(view.order)),
            next=next_step(view.order),
            has_shipped=any(line.quantities.units_in(_SHIPPED) for line in view.order.lines),
            steps=STEPS,
            stages=STAGES,
            channels=CHANNELS,
            label_of=label_of,
            done=_DONE.get(visit.query.first("done") or "", ""),
            warnings=view.newest_warnings() if visit.query.first("done") in set(Step) else (),
        )

    def payload(self, visit: Visit) -> Response:
        """What came with one event, as it was received."""
        with self._desk.desk.app.database.read() as tx:
            order = find_order(tx, visit)
            wanted = id_in(visit, "event")
            event = next((each for each in events_of(tx, f"order:{order.id}") if each.id == wanted), None)
        if event is None or not event.payload:
            raise HTTPException(404)
        return self._desk.show(
            visit,
            "orders/payload.html",
            order=order,
            event=event,
            title=title_of(event),
            door=DOORS.get(event.door, event.door),
            payload=_laid_out(event.payload),
        )


def _possible(customer: Approval, steps: list[Step]) -> list[Step]:
    """Without what would be refused while the customer's approver has not agreed."""
    waiting = {Step.CANCEL, Step.HOLD, Step.RELEASE, Step.PROBLEM}
    return [step for step in steps if customer is Approval.APPROVED or step in waiting]


def _laid_out(payload: str) -> str:
    """JSON with a line for each member, its values letter for letter; anything else as it is."""
    try:
        return msgspec.json.format(payload, indent=2)
    except msgspec.DecodeError:
        return payload
