"""The rules that assign templates, as the operator's file says them; and assigning by them, seen before it is done."""

import tomllib

from starlette.exceptions import HTTPException
from starlette.responses import Response

from partscounter.database import ReadTx
from partscounter.domain import customer_templates, end_users
from partscounter.domain.access import Credential
from partscounter.domain.end_users import RulesRefused
from partscounter.kit.refusal import Violation
from partscounter.portal.area import StaffDesk
from partscounter.portal.terms.assign import api_users
from partscounter.web.visits import Visit, go_to

SHOWN = 200


class RulePages:
    """`/portal/terms/rules` and `/portal/terms/refresh`."""

    def __init__(self, desk: StaffDesk) -> None:
        self._desk = desk

    def edit(self, visit: Visit) -> Response:
        with self._desk.desk.app.database.read() as tx:
            text = end_users.write_rules(end_users.current_rules(tx))
        return self._show(visit, text)

    def save(self, visit: Visit) -> Response:
        """In place of those before; nobody's template changes until the rules are applied."""
        text = visit.field("rules").replace("\r\n", "\n")
        try:
            file = end_users.check_rules(tomllib.loads(text), "the text")
            self._desk.desk.app.database.write(visit.actor, lambda tx: end_users.put_rules(tx, file))
        except tomllib.TOMLDecodeError as unreadable:
            return self._show(visit, text, 400, (Violation("TOML", str(unreadable)),))
        except RulesRefused as refused:
            return self._show(visit, text, 400, refused.violations)
        return go_to("/portal/terms/rules?done=saved")

    def preview(self, visit: Visit) -> Response:
        """What applying the rules would change for the end users of one API user."""
        with self._desk.desk.app.database.read() as tx:
            users = api_users(tx)
            user = _chosen(users, visit.query.first("api_user"))
            changes = [] if user is None else end_users.plan_refresh(tx, user)
            before = {} if user is None else _before(tx, user)
        return self._desk.show(
            visit,
            "terms/refresh.html",
            users=users,
            user=user,
            total=len(changes),
            changes=[(change, before.get((change.userid, change.type), "")) for change in changes[:SHOWN]],
            done=visit.query.first("done") or "",
        )

    def refresh(self, visit: Visit) -> Response:
        """Apply them now, as they and the customers are at this moment."""
        with self._desk.desk.app.database.read() as tx:
            user = _chosen(api_users(tx), visit.field("api_user"))
        if user is None:
            raise HTTPException(404)
        done = end_users.refresh_templates(self._desk.desk.app.database, visit.actor, user)
        return go_to(f"/portal/terms/refresh?api_user={user.id}&done={done}")

    def _show(self, visit: Visit, text: str, status: int = 200, wrong: tuple[Violation, ...] = ()) -> Response:
        with self._desk.desk.app.database.read() as tx:
            rules = end_users.list_rules(tx)
        return self._desk.show(
            visit,
            "terms/rules.html",
            status,
            text=text,
            rules=rules,
            wrong=wrong,
            done=visit.query.first("done") or "",
        )


def _chosen(users: list[Credential], asked: str | None) -> Credential | None:
    """The first one where none is asked for."""
    if asked is None:
        return users[0] if users else None
    return next((user for user in users if str(user.id) == asked), None)


def _before(tx: ReadTx, user: Credential) -> dict[tuple[str, object], str]:
    return {(each.userid, each.type): each.name for each in customer_templates.list_assignments(tx, user.id)}
