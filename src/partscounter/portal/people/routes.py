"""Where the pages of people stand."""

from collections.abc import Sequence
from typing import Final

from starlette.routing import BaseRoute

from partscounter.portal.area import MANAGERS, OPERATORS, Area, StaffDesk
from partscounter.portal.people.invite import InvitePages
from partscounter.portal.people.list import PeopleList
from partscounter.portal.people.show import PersonPage
from partscounter.web.visits import Handler

_ALL = "/portal/people"
_ONE = f"{_ALL}/{{id}}"


def routes(desk: StaffDesk) -> Sequence[BaseRoute]:
    """The list, invitations, and each person with what can be changed."""
    invite, page = InvitePages(desk), PersonPage(desk)
    changes: dict[str, Handler] = {
        "place": page.place,
        "disable": page.disable,
        "enable": page.enable,
        "sessions": page.end_sessions,
        "link": invite.link,
    }
    return [
        desk.route(_ALL, PeopleList(desk).show),
        desk.route(f"{_ALL}/new", invite.ask),
        desk.route(f"{_ALL}/new", invite.take, "POST"),
        desk.route(_ONE, page.show),
        *(desk.route(f"{_ONE}/{name}", change, "POST") for name, change in changes.items()),
        desk.route(f"{_ONE}/code", page.remove_code, "POST", roles=OPERATORS),
    ]


PEOPLE: Final = Area("People", _ALL, routes, MANAGERS)
