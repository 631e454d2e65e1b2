"""The page on which a customer's approver decides on an order; the mail that asks for it leads here."""

from functools import partial

from jinja2 import Environment
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from partscounter.app import App
from partscounter.domain import sales
from partscounter.domain.approvals import Approval
from partscounter.domain.notifications import wording_in
from partscounter.domain.sales import AlreadyDecided, AskedApproval, NothingToDecide
from partscounter.storefront.visitor import PRIVATE, actor_of_visit
from partscounter.web.forms import read_form, single_value
from partscounter.web.incoming import base_url_of
from partscounter.web.pages import render_page
from partscounter.web.problems import Malformed
from partscounter.web.same_origin import is_same_origin

LONGEST_NOTE = 1000
_DECISIONS = {"approve": Approval.APPROVED, "reject": Approval.REJECTED}


class ApprovalPage:
    """Looking changes nothing, since programs look at every link in a mail; a button decides."""

    def __init__(self, app: App, environment: Environment) -> None:
        self._app = app
        self._environment = environment

    def show(self, request: Request) -> Response:
        with self._app.database.read() as tx:
            asked = sales.get_asked_approval(tx, request.path_params["link"])
        return self._page(asked)

    async def decide(self, request: Request) -> Response:
        """The page with the decision that counts. A form on a foreign page is refused with 403."""
        if not is_same_origin(request.headers, base_url_of(request.scope, request.headers)):
            raise HTTPException(403)
        decision, note = read_decision(await request.body())
        return await run_in_threadpool(self._decide, request, decision, note)

    def _decide(self, request: Request, decision: Approval, note: str) -> Response:
        verb = partial(sales.decide_by_link, link=request.path_params["link"], decision=decision, note=note)
        try:
            return self._page(self._app.database.write(actor_of_visit(request), verb))
        except (AlreadyDecided, NothingToDecide):
            return self.show(request)  # somebody was quicker: the page says what counts

    def _page(self, asked: AskedApproval) -> Response:
        order = asked.order
        page = render_page(
            self._environment,
            "approval.html",
            asked=asked,
            wording=wording_in(asked.approver.language),
            buyer=order.contact.name or order.contact.email,
            amount=f"{order.total + order.cores:.2f} {order.currency}",
        )
        page.headers.update(PRIVATE)
        return page


def read_decision(body: bytes) -> tuple[Approval, str]:
    """What was chosen, and the note beside it. Raises Malformed for anything else."""
    form = read_form(body)
    decision = _DECISIONS.get(single_value(form, "decision") or "")
    note = (single_value(form, "note") or "").strip()
    if decision is None or len(note) > LONGEST_NOTE:
        raise Malformed("The form does not say what was decided.")
    return decision, note
