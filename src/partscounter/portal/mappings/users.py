"""The API users that have, or may have, words of their own."""

from starlette.responses import Response

from partscounter.domain import mappings
from partscounter.portal.area import StaffDesk
from partscounter.portal.imports.reach import api_users
from partscounter.web.visits import Visit


class UsersPage:
    """`/portal/mappings`."""

    def __init__(self, desk: StaffDesk) -> None:
        self._desk = desk

    def show(self, visit: Visit) -> Response:
        with self._desk.desk.app.database.read() as tx:
            users = api_users(tx, visit.signed_in)
            counts = mappings.count_values(tx)
        return self._desk.show(visit, "mappings/users.html", users=users, counts=counts)
