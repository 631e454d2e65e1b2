"""The keys that sign access tokens and links."""

from functools import partial

from starlette.responses import Response

from partscounter.domain import access
from partscounter.portal.area import StaffDesk
from partscounter.web.visits import Visit, go_to

ADDRESS = "/portal/credentials/keys"


class SigningKeyPage:
    """`/portal/credentials/keys`."""

    def __init__(self, desk: StaffDesk) -> None:
        self._desk = desk

    def show(self, visit: Visit) -> Response:
        with self._desk.desk.app.database.read() as tx:
            keys = access.list_signing_keys(tx)
        return self._desk.show(visit, "credentials/keys.html", keys=keys, done=visit.query.first("done") or "")

    def rotate(self, visit: Visit) -> Response:
        """With a new key; the old ones are forgotten only where that was ticked as well as chosen."""
        forget = visit.field("old") == "forget"
        if forget and visit.field("sure") != "yes":
            return go_to(f"{ADDRESS}?done=unsure")
        self._desk.desk.app.database.write(visit.actor, partial(access.rotate_signing_key, keep_old=not forget))
        return go_to(f"{ADDRESS}?done={'forgotten' if forget else 'rotated'}")
