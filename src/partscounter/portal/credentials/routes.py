"""Where the pages of credentials stand."""

from collections.abc import Sequence
from typing import Final

from starlette.routing import BaseRoute

from partscounter.portal.area import MANAGERS, OPERATORS, Area, StaffDesk
from partscounter.portal.credentials.create import CreateCredential
from partscounter.portal.credentials.keys import ADDRESS as KEYS
from partscounter.portal.credentials.keys import SigningKeyPage
from partscounter.portal.credentials.list import CredentialList
from partscounter.portal.credentials.requests import RequestPages
from partscounter.portal.credentials.secret import RotateSecret
from partscounter.portal.credentials.show import CredentialPage
from partscounter.web.visits import Handler

_ALL = "/portal/credentials"
_ONE = f"{_ALL}/{{id}}"


def routes(desk: StaffDesk) -> Sequence[BaseRoute]:
    """The list, each credential with its forms and its log, and the signing keys."""
    create, keys, page, requests = (
        CreateCredential(desk),
        SigningKeyPage(desk),
        CredentialPage(desk),
        RequestPages(desk),
    )
    changes: dict[str, Handler] = {
        "settings": page.settings,
        "dealers": page.dealers,
        "disable": page.disable,
        "enable": page.enable,
        "rotate": RotateSecret(desk).take,
    }
    return [
        desk.route(_ALL, CredentialList(desk).show),
        desk.route(f"{_ALL}/new", create.ask),
        desk.route(f"{_ALL}/new", create.take, "POST"),
        desk.route(KEYS, keys.show, roles=OPERATORS),
        desk.route(KEYS, keys.rotate, "POST", roles=OPERATORS),
        desk.route(_ONE, page.show),
        *(desk.route(f"{_ONE}/{name}", change, "POST") for name, change in changes.items()),
        desk.route(f"{_ONE}/requests", requests.list),
        desk.route(f"{_ONE}/requests/{{request}}", requests.show),
    ]


CREDENTIALS: Final = Area("Credentials", _ALL, routes, MANAGERS)
