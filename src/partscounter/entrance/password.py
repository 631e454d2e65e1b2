"""Choosing a password by the link of a mail: an invitation, or a forgotten one."""

from starlette.responses import Response

from partscounter.domain import access, accounts
from partscounter.domain.accounts.password import LONGEST, SHORTEST
from partscounter.web.desk import Desk
from partscounter.web.visits import Visit, go_to


def problem_with(password: str, again: str) -> str:
    """Why this cannot be the new password; empty if it can."""
    if not SHORTEST <= len(password) <= LONGEST:
        return "length"
    return "" if password == again else "differ"


class PasswordPage:
    """Looking changes nothing; the link is spent when a password has been chosen."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def ask(self, visit: Visit) -> Response:
        with self._desk.app.database.read() as tx:
            account = accounts.read_password_link(tx, visit.path("link"))
        return self._desk.show(visit, "password.html", account=account, shortest=SHORTEST, problem="")

    def take(self, visit: Visit) -> Response:
        link = visit.path("link")
        with self._desk.app.database.read() as tx:
            account = accounts.read_password_link(tx, link)
        # Not visit.field: blanks at the ends of a password count.
        password = visit.form.first("password") or ""
        problem = problem_with(password, visit.form.first("again") or "")
        if problem:
            return self._desk.show(visit, "password.html", 400, account=account, shortest=SHORTEST, problem=problem)
        secret = access.new_secret(password)
        self._desk.app.database.write(visit.actor, lambda tx: accounts.choose_password(tx, link, secret))
        return go_to("/sign-in")
