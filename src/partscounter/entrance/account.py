"""One's own account: password, open sessions, second factor."""

from starlette.responses import Response

from partscounter.domain import access, accounts
from partscounter.domain.accounts.password import SHORTEST
from partscounter.entrance.password import problem_with
from partscounter.web.desk import Desk
from partscounter.web.visits import Visit, go_to


class AccountPages:
    """For those who have signed in."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def show(self, visit: Visit) -> Response:
        if visit.account is None:
            return go_to("/sign-in?next=/account")
        return self._page(visit)

    def change_password(self, visit: Visit) -> Response:
        """Ends all other sessions: whoever changes a password may have reason to."""
        account, session = visit.signed_in, visit.session
        if not access.secret_matches(account.password_hash or "", visit.form.first("current") or ""):
            return self._page(visit, 403, problem="current")
        password = visit.form.first("password") or ""
        problem = problem_with(password, visit.form.first("again") or "")
        if problem:
            return self._page(visit, 400, problem=problem)
        secret = access.new_secret(password)
        keep = None if session is None else session.id
        self._desk.app.database.write(
            visit.actor, lambda tx: accounts.set_password(tx, account.id, secret, keep_session=keep)
        )
        return go_to("/account?done=password")

    def end_others(self, visit: Visit) -> Response:
        account, session = visit.signed_in, visit.session
        keep = None if session is None else session.id
        self._desk.app.database.write(visit.actor, lambda tx: accounts.end_sessions(tx, account.id, but=keep))
        return go_to("/account?done=sessions")

    def _page(self, visit: Visit, status: int = 200, problem: str = "") -> Response:
        with self._desk.app.database.read() as tx:
            sessions = accounts.list_sessions(tx, visit.signed_in.id)
        return self._desk.show(
            visit,
            "account.html",
            status,
            sessions=sessions,
            problem=problem,
            done=visit.query.first("done") or "",
            shortest=SHORTEST,
        )
