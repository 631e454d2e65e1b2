"""Where sales documents stand."""

from collections.abc import Sequence
from typing import Final

from starlette.routing import BaseRoute

from partscounter.portal.area import MANAGERS, Area, StaffDesk
from partscounter.portal.sales.approvals_page import ApprovalsPage
from partscounter.portal.sales.cores_page import CoresPage
from partscounter.portal.sales.quote_edit_page import QuoteEditPage
from partscounter.portal.sales.quotes_page import QuotesPage
from partscounter.portal.sales.returns_page import ReturnsPage


def routes(desk: StaffDesk) -> Sequence[BaseRoute]:
    """Approvals, quotes, returns, cores."""
    approval, goods, core = ApprovalsPage(desk), ReturnsPage(desk), CoresPage(desk)
    quote, editing = QuotesPage(desk), QuoteEditPage(desk)
    return [
        desk.route("/portal/sales", approval.list),
        desk.route("/portal/sales/approvals/{id:row}", approval.ask),
        desk.route("/portal/sales/approvals/{id:row}", approval.decide, "POST"),
        desk.route("/portal/sales/quotes", quote.list),
        desk.route("/portal/sales/quotes/new", editing.begin),
        desk.route("/portal/sales/quotes/new", editing.take, "POST"),
        desk.route("/portal/sales/quotes/{quote:row}", quote.show),
        desk.route("/portal/sales/quotes/{quote:row}", quote.take, "POST"),
        desk.route("/portal/sales/quotes/{quote:row}/revise", editing.ask),
        desk.route("/portal/sales/quotes/{quote:row}/revise", editing.revise, "POST"),
        desk.route("/portal/sales/returns", goods.list),
        desk.route("/portal/sales/returns/{return:row}", goods.show),
        desk.route("/portal/sales/returns/{return:row}", goods.take, "POST"),
        desk.route("/portal/sales/orders/{id:row}/return", goods.ask),
        desk.route("/portal/sales/orders/{id:row}/return", goods.request, "POST"),
        desk.route("/portal/sales/cores", core.list),
        desk.route("/portal/sales/cores/close", core.close, "POST", roles=MANAGERS),
        desk.route("/portal/sales/cores/{id:row}/{line:row}", core.show),
        desk.route("/portal/sales/cores/{id:row}/{line:row}", core.take, "POST"),
    ]


SALES: Final = Area("Sales", "/portal/sales", routes)
