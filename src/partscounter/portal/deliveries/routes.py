"""Where the pages of deliveries stand."""

from collections.abc import Sequence
from typing import Final

from starlette.routing import BaseRoute

from partscounter.portal.area import MANAGERS, OPERATORS, Area, StaffDesk
from partscounter.portal.deliveries.mail_choice import ADDRESS as CHOICE
from partscounter.portal.deliveries.mail_choice import MailChoicePage
from partscounter.portal.deliveries.mails import MailPages
from partscounter.portal.deliveries.parked import ADDRESS as JOBS
from partscounter.portal.deliveries.parked import ParkedPages
from partscounter.portal.deliveries.pushes import ADDRESS as PUSHES
from partscounter.portal.deliveries.pushes import PushPages

_ALL = "/portal/deliveries"
_MAIL = f"{_ALL}/mails/{{id}}"


def routes(desk: StaffDesk) -> Sequence[BaseRoute]:
    """Mails, whether customers choose them, pushed orders, and for operators the jobs that were given up."""
    mails, choice, pushes, parked = MailPages(desk), MailChoicePage(desk), PushPages(desk), ParkedPages(desk)
    return [
        desk.route(_ALL, mails.list),
        desk.route(_MAIL, mails.show),
        desk.route(f"{_MAIL}/html", mails.html),
        desk.route(f"{_MAIL}/resend", mails.resend, "POST"),
        desk.route(CHOICE, choice.show),
        desk.route(f"{CHOICE}/{{id}}", choice.save, "POST"),
        desk.route(PUSHES, pushes.list),
        desk.route(f"{PUSHES}/{{id}}/replay", pushes.replay, "POST"),
        desk.route(JOBS, parked.list, roles=OPERATORS),
        desk.route(f"{JOBS}/replay", parked.replay, "POST", roles=OPERATORS),
    ]


DELIVERIES: Final = Area("Deliveries", _ALL, routes, MANAGERS)
