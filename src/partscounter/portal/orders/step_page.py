"""`/portal/orders/{id}/{step}`: what is to be done, what it would mail, and doing it."""

import re
from collections.abc import Mapping
from typing import Final

from starlette.exceptions import HTTPException
from starlette.responses import Response

from partscounter.domain.fulfilment import AwaitsApproval, Shipment, desk
from partscounter.domain.fulfilment.desk import InvalidStep, OrderChanged, Step, StepDraft, possible_steps, seen_of
from partscounter.kit.refusal import Invalid
from partscounter.portal.area import StaffDesk
from partscounter.portal.orders.find_order import find_order
from partscounter.portal.orders.form_payload import actor_with_form
from partscounter.portal.orders.read_step import PostedStep, read_step
from partscounter.portal.orders.view_history import label_of
from partscounter.portal.orders.view_step import (
    MOVES_NOTHING,
    NAMES_SHIPMENT,
    preview_if_possible,
    propose,
    types_of,
    view_lines,
)
from partscounter.portal.orders.words import STAGES, STEPS
from partscounter.web.visits import Visit, go_to

_UNITS: Final = re.compile(r"units\[([0-9]+)\]")
_CHANGED: Final = (
    "This order has changed since the page was opened, so nothing was done. "
    "Below it is as it stands now: please look again before you go on."
)
_AWAITS: Final = "The customer has not approved this order yet, so nothing was done."


class StepPage:
    """One form for every step."""

    def __init__(self, desk_: StaffDesk) -> None:
        self._desk = desk_

    def ask(self, visit: Visit) -> Response:
        """The form with what is usually done; with all that can be done for `?units=all`."""
        step = _step_of(visit)
        everything = visit.query.first("units") == "all"
        with self._desk.desk.app.database.read() as tx:
            order = find_order(tx, visit)
            shipment = Shipment(shipped_on=tx.now.date()) if step in NAMES_SHIPMENT else Shipment()
            draft = propose(order, step, seen_of(tx, order), shipment, everything=everything)
        return self._show(visit, draft)

    def take(self, visit: Visit) -> Response:
        """Does it, or, where the preview was asked for, shows what it would do."""
        step = _step_of(visit)
        with self._desk.desk.app.database.read() as tx:
            order = find_order(tx, visit)
        posted = read_step(visit.form, order.id, step)
        if visit.field("do") == "preview":
            return self._show(visit, posted.draft, wrong=posted.unreadable)
        if posted.unreadable:
            return self._show(visit, posted.draft, 422, wrong=posted.unreadable)
        return self._take(visit, posted)

    def _take(self, visit: Visit, posted: PostedStep) -> Response:
        draft, actor = posted.draft, actor_with_form(visit)
        try:
            taken = self._desk.desk.app.database.write(actor, lambda tx: desk.take_step(tx, draft))
        except InvalidStep as refused:
            return self._show(visit, draft, 422, wrong=_fields(refused))
        except OrderChanged:
            return self._show(visit, draft, 409, problem=_CHANGED)
        except AwaitsApproval:
            return self._show(visit, draft, 409, problem=_AWAITS)
        done = "repeat" if taken.is_repeat else draft.step.value
        return go_to(f"/portal/orders/{draft.order_id}?done={done}")

    def _show(
        self,
        visit: Visit,
        draft: StepDraft,
        status: int = 200,
        *,
        wrong: Mapping[str, str] | None = None,
        problem: str = "",
    ) -> Response:
        posted = {name: value.strip() for name, value in visit.form.pairs}
        with self._desk.desk.app.database.read() as tx:
            order = find_order(tx, visit)
            preview = preview_if_possible(tx, order, draft)
            seen = seen_of(tx, order)
        return self._desk.show(
            visit,
            "orders/step.html",
            status,
            order=order,
            step=draft.step,
            words=STEPS[draft.step],
            draft=draft,
            seen=seen,
            lines=view_lines(order, draft, posted),
            is_possible=draft.step in possible_steps(order),
            moves_nothing=draft.step in MOVES_NOTHING,
            names_shipment=draft.step in NAMES_SHIPMENT,
            types=types_of(draft.step),
            values=_shipment_values(draft, posted),
            wrong=wrong or {},
            problem=problem,
            preview=preview,
            is_asked=visit.field("do") == "preview",
            stages=STAGES,
            label_of=label_of,
        )


def _step_of(visit: Visit) -> Step:
    try:
        return Step(visit.path("step"))
    except ValueError:
        raise HTTPException(404) from None


def _fields(refused: Invalid) -> dict[str, str]:
    """What is wrong, by the name of its field."""
    return {_UNITS.sub(r"units-\1", violation.field): violation.issue for violation in refused.violations}


def _shipment_values(draft: StepDraft, posted: Mapping[str, str]) -> dict[str, str]:
    shipment = draft.shipment
    known = {
        "carrier": shipment.carrier,
        "method": shipment.method,
        "tracking_id": shipment.tracking_id,
        "tracking_url": shipment.tracking_url,
        "shipped_on": shipment.shipped_on.isoformat() if shipment.shipped_on else "",
    }
    return {name: posted.get(name, value) for name, value in known.items()}
