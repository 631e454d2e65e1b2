"""Where the pages about templates stand."""

from collections.abc import Sequence
from typing import Final

from starlette.routing import BaseRoute

from partscounter.portal.area import OPERATORS, Area, StaffDesk
from partscounter.portal.terms.assign import AssignPage
from partscounter.portal.terms.list import TemplateList
from partscounter.portal.terms.rules import RulePages
from partscounter.portal.terms.template import TemplatePage


def routes(desk: StaffDesk) -> Sequence[BaseRoute]:
    """For operators: a template counts for the items of every dealer."""
    assign, rules, page = AssignPage(desk), RulePages(desk), TemplatePage(desk)
    at = "/portal/terms"
    return [
        desk.route(at, TemplateList(desk).show),
        desk.route(f"{at}/assign", assign.ask),
        desk.route(f"{at}/assign", assign.save, "POST"),
        desk.route(f"{at}/rules", rules.edit),
        desk.route(f"{at}/rules", rules.save, "POST"),
        desk.route(f"{at}/refresh", rules.preview),
        desk.route(f"{at}/refresh", rules.refresh, "POST"),
        desk.route(f"{at}/{{type}}", page.edit),
        desk.route(f"{at}/{{type}}", page.save, "POST"),
    ]


TERMS: Final = Area("Templates", "/portal/terms", routes, OPERATORS)
