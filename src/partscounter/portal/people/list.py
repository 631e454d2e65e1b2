"""The list of people."""

from typing import Final
from urllib.parse import urlencode

from starlette.responses import Response

from partscounter.domain import accounts
from partscounter.domain.accounts import Account, AccountSearch, Role
from partscounter.portal.area import STAFF, StaffDesk, visible_dealers
from partscounter.web.row_number import number_of
from partscounter.web.visits import Visit

PAGE: Final = 50
_STATES: Final = {"enabled": True, "disabled": False}
ROLES: Final = {role.value: role.value for role in Role}


class PeopleList:
    """`/portal/people`: those who work here, unless customers are asked for."""

    def __init__(self, desk: StaffDesk) -> None:
        self._desk = desk

    def show(self, visit: Visit) -> Response:
        asked = {name: visit.query.first(name) or "" for name in ("text", "role", "state", "dealer")}
        person, after = visit.signed_in, visit.query.first("after") or ""
        with self._desk.desk.app.database.read() as tx:
            dealers = visible_dealers(tx, person)
            wanted = _wanted(person, asked, frozenset(dealer.id for dealer in dealers))
            found = accounts.search_accounts(tx, wanted, after=after.lower(), limit=PAGE + 1)
        shown = found[:PAGE]
        return self._desk.show(
            visit,
            "people/list.html",
            people=shown,
            names={dealer.id: dealer.name for dealer in dealers},
            dealer_choices=[("", "any dealer"), *((str(each.id), each.name) for each in dealers)],
            asked=asked,
            more=urlencode({**asked, "after": shown[-1].email}) if len(found) > PAGE else "",
            is_first=not after,
            is_filtered=any(asked.values()),
            is_operator=person.role is Role.OPERATOR,
        )


def _wanted(person: Account, asked: dict[str, str], visible: frozenset[int]) -> AccountSearch:
    dealer = number_of(asked["dealer"])
    is_operator = person.role is Role.OPERATOR
    roles = frozenset({Role(asked["role"])}) if asked["role"] in ROLES else STAFF
    return AccountSearch(
        text=asked["text"].strip(),
        roles=roles if is_operator else frozenset({Role.CLERK}),
        enabled=_STATES.get(asked["state"]),
        dealer_id=dealer if dealer in visible else None,
        only_of=None if is_operator else visible,
    )
