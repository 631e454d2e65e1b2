"""Secrets: shown once, when they are made."""

from datetime import timedelta
from typing import Final

from starlette.responses import Response

from partscounter.database import WriteTx
from partscounter.domain import access
from partscounter.domain.access import Credential, NewSecret
from partscounter.portal.area import StaffDesk
from partscounter.portal.credentials.sample_command import command_of
from partscounter.portal.credentials.visible import credential_of
from partscounter.web.visits import Visit

GRACES: Final = {"0": "at once", "1": "in an hour", "24": "in a day", "168": "in a week"}
"""Hours until the old secret stops, and how people say it."""


class RotateSecret:
    """`/portal/credentials/{id}/rotate`."""

    def __init__(self, desk: StaffDesk) -> None:
        self._desk = desk

    def take(self, visit: Visit) -> Response:
        """A hand that slips rotates nothing for good: the old secret is good for the time that was chosen."""
        hours = visit.field("grace")
        grace = timedelta(hours=int(hours)) if hours in GRACES else timedelta(0)
        secret = access.new_secret()

        def rotate(tx: WriteTx) -> Credential:
            known = credential_of(tx, visit)
            revoke = visit.field("revoke_tokens") == "yes"
            return access.rotate_secret(tx, known.id, secret, grace=grace, revoke_tokens=revoke)

        credential = self._desk.desk.app.database.write(visit.actor, rotate)
        return show_secret(self._desk, visit, credential, secret, is_new=False)


def show_secret(desk: StaffDesk, visit: Visit, credential: Credential, secret: NewSecret, *, is_new: bool) -> Response:
    """The one page that shows it: the answer to the form itself, since after a redirect nobody would know it."""
    return desk.show(
        visit,
        "credentials/secret.html",
        credential=credential,
        secret=secret.plain,
        command=command_of(desk, visit, credential, secret.plain),
        is_new=is_new,
    )
