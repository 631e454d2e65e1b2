"""Giving an end user a template by hand, and taking it away. What is assigned so, no rule changes."""

from starlette.exceptions import HTTPException
from starlette.responses import Response

from partscounter.database import ReadTx
from partscounter.domain import access, customer_templates
from partscounter.domain.access import Credential, Product
from partscounter.domain.customer_templates import TemplateType, UnknownTemplate
from partscounter.portal.area import StaffDesk
from partscounter.web.visits import Visit, go_to

LONGEST_USERID = 200


class AssignPage:
    """`/portal/terms/assign`."""

    def __init__(self, desk: StaffDesk) -> None:
        self._desk = desk

    def ask(self, visit: Visit) -> Response:
        given = {"userid": visit.query.first("userid") or "", "api_user": "", "name": ""}
        return self._show(visit, given, list(TemplateType))

    def save(self, visit: Visit) -> Response:
        """Assign, or with the button `remove` take away."""
        given = {name: visit.field(name) for name in ("userid", "api_user", "name")}
        types = [type_ for type_ in TemplateType if type_.value in visit.form.all("type")]
        with self._desk.desk.app.database.read() as tx:
            user = next((each for each in api_users(tx) if str(each.id) == given["api_user"]), None)
        if user is None:
            raise HTTPException(404)
        problems = {} if types else {"type": "choose one at least"}
        if not 0 < len(given["userid"]) <= LONGEST_USERID:
            problems["userid"] = f"must have 1 to {LONGEST_USERID} characters"
        if problems:
            return self._show(visit, given, types, 400, problems)
        try:
            self._change(visit, user, given, types)
        except UnknownTemplate as unknown:
            return self._show(visit, given, types, 404, {"name": unknown.message})
        return go_to(f"/portal/terms?done={'removed' if 'remove' in visit.form else 'assigned'}")

    def _change(self, visit: Visit, user: Credential, given: dict[str, str], types: list[TemplateType]) -> None:
        write, userid = self._desk.desk.app.database.write, given["userid"]
        if "remove" in visit.form:
            write(
                visit.actor,
                lambda tx: customer_templates.remove_template(tx, credential_id=user.id, userid=userid, types=types),
            )
            return
        write(
            visit.actor,
            lambda tx: customer_templates.assign_template(
                tx, credential_id=user.id, userid=userid, types=types, name=given["name"]
            ),
        )

    def _show(
        self,
        visit: Visit,
        given: dict[str, str],
        chosen: list[TemplateType],
        status: int = 200,
        problems: dict[str, str] | None = None,
    ) -> Response:
        with self._desk.desk.app.database.read() as tx:
            users = api_users(tx)
            names = sorted({each.name for each in customer_templates.list_templates(tx)})
        return self._desk.show(
            visit,
            "terms/assign.html",
            status,
            given=given,
            users=users,
            names=names,
            user_choices=[(str(user.id), user.name) for user in users],
            name_choices=[(name, name) for name in names],
            types=list(TemplateType),
            chosen=chosen,
            problems=problems or {},
        )


def api_users(tx: ReadTx) -> list[Credential]:
    """Every API user of the inventory contract, by name."""
    return sorted(access.list_credentials(tx, product=Product.INVENTORY, limit=1000), key=lambda user: user.name)
