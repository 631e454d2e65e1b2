"""Switching the second factor on and off."""

from importlib import import_module

from starlette.responses import Response

from partscounter.domain import access, accounts
from partscounter.domain.accounts import CodeSecret, WrongCode
from partscounter.web.desk import Desk
from partscounter.web.visits import Visit, go_to


class SecondFactorPages:
    """A secret is offered, and counts once a code has shown that the person's app has it."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def ask(self, visit: Visit) -> Response:
        if visit.account is None:
            return go_to("/sign-in?next=/account/code")
        return self._page(visit, accounts.new_code_secret(visit.account))

    def begin(self, visit: Visit) -> Response:
        account, secret, code = visit.signed_in, visit.field("secret"), visit.field("code")
        try:
            self._desk.app.database.write(visit.actor, lambda tx: accounts.begin_code(tx, account.id, secret, code))
        except WrongCode:
            return self._page(visit, accounts.code_secret(account, secret), 403, problem="wrong")
        return go_to("/account?done=code")

    def remove(self, visit: Visit) -> Response:
        """Takes the password, so that an unwatched browser is not enough."""
        account = visit.signed_in
        if not access.secret_matches(account.password_hash or "", visit.form.first("current") or ""):
            return go_to("/account?done=refused")
        self._desk.app.database.write(visit.actor, lambda tx: accounts.remove_code(tx, account.id))
        return go_to("/account?done=code")

    def _page(self, visit: Visit, secret: CodeSecret, status: int = 200, problem: str = "") -> Response:
        return self._desk.show(
            visit, "second_factor.html", status, secret=secret.secret, picture=_picture(secret.uri), problem=problem
        )


def _picture(uri: str) -> str:
    """The QR code as a `data:` address. What draws is imported with the first: it would hold up every start."""
    symbol = import_module("segno").make(uri, micro=False)
    return str(symbol.svg_data_uri(scale=5, border=2, dark="#000", light="#fff"))
