"""An area of the portal: its place in the menu, who may enter it, and its pages."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from partscounter.database import ReadTx
from partscounter.domain import dealers
from partscounter.domain.access import Product
from partscounter.domain.accounts import Account, Role
from partscounter.domain.dealers import Dealer
from partscounter.web.client_options import ClientOptions
from partscounter.web.desk import Desk
from partscounter.web.sign_in_first import sign_in_first
from partscounter.web.uploads import Taker, upload_page
from partscounter.web.visits import Handler, Visit

STAFF: Final = frozenset({Role.OPERATOR, Role.MANAGER, Role.CLERK})
MANAGERS: Final = frozenset({Role.OPERATOR, Role.MANAGER})
OPERATORS: Final = frozenset({Role.OPERATOR})


@dataclass(frozen=True, slots=True)
class StaffDesk:
    """A desk whose pages are for those of `roles` who have signed in."""

    desk: Desk
    roles: frozenset[Role] = STAFF
    client_options: Mapping[Product, ClientOptions] = field(default_factory=dict)
    """What each contract lets set for its clients."""

    def show(self, visit: Visit, template: str, status: int = 200, **values: object) -> Response:
        """See `Desk.show`."""
        return self.desk.show(visit, template, status, **values)

    def route(self, path: str, handler: Handler, method: str = "GET", *, roles: frozenset[Role] | None = None) -> Route:
        """`handler` at `path`. A stranger is sent to sign in first; a person of no fitting role gets a 403."""
        wanted = self.roles if roles is None else roles

        def guarded(visit: Visit) -> Response:
            if visit.account is None and visit.request.method != "POST":
                return sign_in_first(visit)
            if visit.signed_in.role not in wanted:
                raise HTTPException(403)
            return handler(visit)

        return self.desk.route(path, guarded, method)

    def upload(self, path: str, taker: Taker) -> Route:
        """A form with a file, sent to `path`. Who may not is refused before the file is read."""
        app = self.desk.app

        def admit(visit: Visit) -> None:
            if visit.signed_in.role not in self.roles:
                raise HTTPException(403)

        endpoint = upload_page(app, self.desk.door, admit, taker, app.import_folder)
        return Route(path, endpoint, methods=["POST"])


@dataclass(frozen=True, slots=True)
class Area:
    """One entry of the menu. All its pages stand at `path` or below."""

    title: str
    path: str
    routes: Callable[[StaffDesk], Sequence[BaseRoute]]
    roles: frozenset[Role] = STAFF

    def holds(self, path: str) -> bool:
        """Whether the page at `path` is one of its pages."""
        return path == self.path or path.startswith(f"{self.path}/")


def visible_dealers(tx: ReadTx, account: Account) -> list[Dealer]:
    """The dealers whose data this person may see and change, by name."""
    seen = (dealer for dealer in dealers.list_dealers(tx) if account.sees_dealer(dealer.id))
    return sorted(seen, key=lambda dealer: dealer.name.casefold())


def require_dealer(account: Account, dealer_id: int) -> None:
    """Refuses, as if there were nothing, what belongs to a dealer whom this person does not work for."""
    if not account.sees_dealer(dealer_id):
        raise HTTPException(404)
