"""One person's account, and the forms that change it."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from starlette.responses import Response

from partscounter.database import WriteTx
from partscounter.domain import accounts
from partscounter.domain.accounts import LastOperator, Role
from partscounter.kit.refusal import Invalid
from partscounter.portal.area import StaffDesk, visible_dealers
from partscounter.portal.people.fields import issues_of, read_dealers, read_role
from partscounter.portal.people.visible import account_of, refuse_place, roles_given_by
from partscounter.web.visits import Visit, go_to

_CONFLICT: Final = 409
_NONE: Final[Mapping[str, str]] = MappingProxyType({})


class PersonPage:
    """`/portal/people/{id}` and the forms on it."""

    def __init__(self, desk: StaffDesk) -> None:
        self._desk = desk

    def show(self, visit: Visit) -> Response:
        return self._page(visit)

    def place(self, visit: Visit) -> Response:
        """Role and dealers."""
        dealer_ids = read_dealers(visit)
        role = refuse_place(visit.signed_in, read_role(visit), dealer_ids)
        of_role = () if role is Role.OPERATOR else dealer_ids

        def change(tx: WriteTx) -> None:
            accounts.change_account(tx, account_of(tx, visit, lock=True).id, role=role, dealer_ids=of_role)

        return self._change(visit, change, done="place")

    def disable(self, visit: Visit) -> Response:
        return self._change(
            visit, lambda tx: accounts.disable_account(tx, account_of(tx, visit, lock=True).id), done="disabled"
        )

    def enable(self, visit: Visit) -> Response:
        return self._change(
            visit, lambda tx: accounts.enable_account(tx, account_of(tx, visit, lock=True).id), done="enabled"
        )

    def end_sessions(self, visit: Visit) -> Response:
        return self._change(
            visit, lambda tx: accounts.end_sessions(tx, account_of(tx, visit, lock=True).id), done="sessions"
        )

    def remove_code(self, visit: Visit) -> Response:
        """For who has lost the phone."""
        return self._change(
            visit, lambda tx: accounts.remove_code(tx, account_of(tx, visit, lock=True).id), done="code"
        )

    def _change(self, visit: Visit, change: Callable[[WriteTx], object], *, done: str) -> Response:
        try:
            self._desk.desk.app.database.write(visit.actor, change)
        except LastOperator as refused:
            return self._page(visit, _CONFLICT, {"": refused.message})
        except Invalid as refused:
            return self._page(visit, 400, issues_of(refused))
        return go_to(f"/portal/people/{visit.path('id')}?done={done}")

    def _page(self, visit: Visit, status: int = 200, issues: Mapping[str, str] = _NONE) -> Response:
        with self._desk.desk.app.database.read() as tx:
            account = account_of(tx, visit)
            dealers = visible_dealers(tx, visit.signed_in)
            sessions = accounts.list_sessions(tx, account.id)
        typed = read_role(visit) if issues else None
        return self._desk.show(
            visit,
            "people/show.html",
            status,
            account=account,
            dealers=dealers,
            sessions=sessions,
            roles=roles_given_by(visit.signed_in),
            chosen_role=(typed or account.role).value,
            chosen_dealers=read_dealers(visit) if typed else account.dealer_ids,
            is_operator=visit.signed_in.role is Role.OPERATOR,
            is_self=account.id == visit.signed_in.id,
            done=visit.query.first("done") or "",
            issues=issues,
        )
