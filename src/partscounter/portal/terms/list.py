"""Every template, how many have it, and for which dealers it is the default."""

from starlette.responses import Response

from partscounter.domain import customer_templates, dealers
from partscounter.domain.customer_templates import TemplateType
from partscounter.portal.area import StaffDesk
from partscounter.web.visits import Visit


class TemplateList:
    """`/portal/terms`."""

    def __init__(self, desk: StaffDesk) -> None:
        self._desk = desk

    def show(self, visit: Visit) -> Response:
        with self._desk.desk.app.database.read() as tx:
            templates = customer_templates.list_templates(tx)
            counts = customer_templates.count_assignments(tx)
            defaults = customer_templates.list_dealer_defaults(tx)
            known = dealers.load_dealers(tx, defaults.keys())
        of_dealers: dict[str, list[str]] = {}
        for dealer_id, name in defaults.items():
            of_dealers.setdefault(name, []).append(known[dealer_id].name)
        return self._desk.show(
            visit,
            "terms/list.html",
            templates=templates,
            counts=counts,
            of_dealers=of_dealers,
            types=list(TemplateType),
            done=visit.query.first("done") or "",
        )
