"""Signing in and out."""

from dataclasses import replace
from urllib.parse import urlencode

from starlette.responses import Response

from partscounter.domain import accounts
from partscounter.domain.accounts import SignInRefused, TooManyFailures, WrongCode
from partscounter.entrance.cart import take_cart_along
from partscounter.entrance.target import target_of
from partscounter.web.desk import Desk
from partscounter.web.visits import Visit, go_to, remember

_NOW_WAIT = 429


class SignInPages:
    """Address and password, then, for those who have switched it on, the code of the second factor."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def ask(self, visit: Visit) -> Response:
        if visit.account is not None:
            return go_to(target_of(visit.query.first("next") or "", visit.account))
        return self._form(visit, wanted=visit.query.first("next") or "")

    def take(self, visit: Visit) -> Response:
        email, wanted = visit.field("email"), visit.field("next")
        database = self._desk.app.database
        try:
            token = accounts.sign_in(database, visit.actor, email, visit.field("password"), visit.origin)
        except SignInRefused:
            return self._form(visit, 403, wanted=wanted, email=email, problem="wrong")
        except TooManyFailures as refused:
            return self._wait(self._form(visit, _NOW_WAIT, wanted=wanted, email=email, problem="wait"), refused)
        with database.read() as tx:
            session = accounts.find_session(tx, token)
        if session is None:
            return self._form(visit, 403, wanted=wanted, email=email, problem="wrong")
        take_cart_along(visit, session, token)
        target = target_of(wanted, session.account)
        response = go_to(target if session.confirmed else f"/sign-in/code?{urlencode({'next': target})}")
        remember(response, visit.request, token)
        return response

    def ask_code(self, visit: Visit) -> Response:
        if visit.unconfirmed is None:
            return go_to("/sign-in")
        return self._desk.show(visit, "code.html", wanted=visit.query.first("next") or "", problem="")

    def take_code(self, visit: Visit) -> Response:
        session, wanted = visit.unconfirmed, visit.field("next")
        if session is None:
            return go_to("/sign-in")
        try:
            accounts.confirm_session(
                self._desk.app.database, visit.actor, session, visit.field("code"), visit.origin.address
            )
        except WrongCode:
            return self._desk.show(visit, "code.html", 403, wanted=wanted, problem="wrong")
        except TooManyFailures as refused:
            return self._wait(self._desk.show(visit, "code.html", _NOW_WAIT, wanted=wanted, problem="wait"), refused)
        take_cart_along(visit, replace(session, confirmed=True), visit.token)
        return go_to(target_of(wanted, session.account))

    def leave(self, visit: Visit) -> Response:
        session = visit.session or visit.unconfirmed
        if session is not None:
            self._desk.app.database.write(visit.actor, lambda tx: accounts.end_session(tx, session))
        return go_to("/sign-in")

    def _form(self, visit: Visit, status: int = 200, *, wanted: str, email: str = "", problem: str = "") -> Response:
        return self._desk.show(visit, "sign_in.html", status, wanted=wanted, email=email, problem=problem)

    def _wait(self, response: Response, refused: TooManyFailures) -> Response:
        response.headers["Retry-After"] = str(refused.retry_after)
        return response
