"""Inviting somebody: an account, and the link by which its owner chooses a password."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from starlette.responses import Response

from partscounter.database import WriteTx
from partscounter.domain import accounts
from partscounter.domain.accounts import Account, EmailTaken, Role
from partscounter.kit.refusal import Invalid
from partscounter.portal.area import StaffDesk, visible_dealers
from partscounter.portal.people.fields import issues_of, read_dealers, read_role
from partscounter.portal.people.visible import account_of, refuse_place, roles_given_by
from partscounter.web.visits import Visit

_TAKEN: Final = 409
_NONE: Final[Mapping[str, str]] = MappingProxyType({})


class InvitePages:
    """`/portal/people/new`, and a new link for somebody who is known."""

    def __init__(self, desk: StaffDesk) -> None:
        self._desk = desk

    def ask(self, visit: Visit) -> Response:
        return self._form(visit)

    def take(self, visit: Visit) -> Response:
        dealer_ids = read_dealers(visit)
        role = refuse_place(visit.signed_in, read_role(visit), dealer_ids)

        def invite(tx: WriteTx) -> tuple[Account, str]:
            account = accounts.create_account(
                tx,
                email=visit.field("email"),
                name=visit.field("name"),
                role=role,
                dealer_ids=() if role is Role.OPERATOR else dealer_ids,
                language=visit.language,
            )
            return account, accounts.give_password_link(tx, account.id)

        try:
            account, link = self._desk.desk.app.database.write(visit.actor, invite)
        except EmailTaken:
            return self._form(visit, _TAKEN, {"email": "somebody has an account under this address already"})
        except Invalid as refused:
            return self._form(visit, 400, issues_of(refused))
        return self._show_link(visit, account, link)

    def link(self, visit: Visit) -> Response:
        """Another link, for who has lost the first, or the password."""

        def give(tx: WriteTx) -> tuple[Account, str]:
            account = account_of(tx, visit, lock=True)
            return account, accounts.give_password_link(tx, account.id)

        account, link = self._desk.desk.app.database.write(visit.actor, give)
        return self._show_link(visit, account, link)

    def _show_link(self, visit: Visit, account: Account, link: str) -> Response:
        """As the answer to the form: whoever has the link has the account, so it stands in no address of ours."""
        base = self._desk.desk.app.settings.server.public_base_url.rstrip("/") or visit.base_url
        return self._desk.show(visit, "people/link.html", account=account, link=f"{base}/password/{link}")

    def _form(self, visit: Visit, status: int = 200, issues: Mapping[str, str] = _NONE) -> Response:
        with self._desk.desk.app.database.read() as tx:
            dealers = visible_dealers(tx, visit.signed_in)
        return self._desk.show(
            visit,
            "people/new.html",
            status,
            roles=roles_given_by(visit.signed_in),
            chosen_role=visit.field("role") or Role.CLERK.value,
            dealers=dealers,
            chosen_dealers=read_dealers(visit) or ({dealers[0].id} if len(dealers) == 1 else set()),
            issues=issues,
        )
