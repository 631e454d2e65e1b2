"""Making a template, and changing one: who has it keeps it."""

from collections.abc import Mapping, Sequence

from starlette.exceptions import HTTPException
from starlette.responses import Response

from partscounter.domain import customer_templates
from partscounter.domain.customer_templates import Template, TemplatesRefused, TemplateType
from partscounter.portal.area import StaffDesk
from partscounter.portal.terms.steps import BLANK_ROWS, DOING, SELECTING, data_of, problems_of, rows_given, rows_of
from partscounter.web.visits import Visit, go_to

LABELS: Mapping[str, str] = {
    "vendor": "Vendor id",
    "category": "Category",
    "part_type": "Part type",
    "price_from": "Price from",
    "price_below": "Price below",
    "percent_off": "Per cent off",
    "amount_off": "Amount off",
    "cap": "At most",
    "hidden": "Hidden",
}


class TemplatePage:
    """`/portal/terms/{type}`; `name` in the address says which one, a new one without it."""

    def __init__(self, desk: StaffDesk) -> None:
        self._desk = desk

    def edit(self, visit: Visit) -> Response:
        type_, template = self._named(visit)
        if template is None:
            return self._show(visit, type_, None, {"name": "", "rounding": ""}, [])
        given = {"name": template.name, "rounding": str(template.rounding)}
        return self._show(visit, type_, template, given, rows_of(template))

    def save(self, visit: Visit) -> Response:
        """The template under the name in the address; a new one may not take a known name."""
        type_, template = self._named(visit)
        given = {
            "name": visit.field("name") if template is None else template.name,
            "rounding": visit.field("rounding"),
        }
        rows = rows_given(visit, type_)
        data: dict[str, object] = {"name": given["name"], "steps": data_of(rows)}
        if given["rounding"]:
            data["rounding"] = given["rounding"]
        try:
            rules = customer_templates.check_templates({type_.value: [data]}, "the form")
        except TemplatesRefused as refused:
            return self._show(visit, type_, template, given, rows, status=400, problems=problems_of(refused.violations))
        if template is None and self._find(type_, given["name"]) is not None:
            return self._show(
                visit, type_, None, given, rows, status=409, problems={"name": "there is one of this name"}
            )
        self._desk.desk.app.database.write(visit.actor, lambda tx: customer_templates.put_templates(tx, rules))
        return go_to("/portal/terms?done=saved")

    def _named(self, visit: Visit) -> tuple[TemplateType, Template | None]:
        try:
            type_ = TemplateType(visit.path("type"))
        except ValueError:
            raise HTTPException(404) from None
        name = visit.query.first("name")
        template = None if name is None else self._find(type_, name)
        if name is not None and template is None:
            raise HTTPException(404)
        return type_, template

    def _find(self, type_: TemplateType, name: str) -> Template | None:
        with self._desk.desk.app.database.read() as tx:
            known = customer_templates.list_templates(tx)
        return next((each for each in known if (each.type, each.name) == (type_, name)), None)

    def _show(
        self,
        visit: Visit,
        type_: TemplateType,
        template: Template | None,
        given: Mapping[str, str],
        rows: Sequence[Mapping[str, str]],
        *,
        status: int = 200,
        **more: object,
    ) -> Response:
        columns = (*SELECTING, *DOING[type_])
        blank = dict.fromkeys(columns, "")
        return self._desk.show(
            visit,
            "terms/template.html",
            status,
            type=type_,
            known=template,
            given=given,
            rows=[*rows, *[blank] * BLANK_ROWS],
            columns=columns,
            labels=LABELS,
            **{"problems": {}} | more,
        )
