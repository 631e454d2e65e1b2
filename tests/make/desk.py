"""The portal with two dealers, and somebody of each role in front of it."""

import re
from dataclasses import dataclass

from partscounter.app import App
from partscounter.asgi import build_asgi
from partscounter.database import Database
from partscounter.domain.accounts import Role
from tests.make.accounts import Browser, browser, make_account
from tests.make.counter import Counter, make_counter


@dataclass(frozen=True)
class Staffed:
    """Two dealers, an operator, and a manager and a clerk of the first."""

    app: App
    own: Counter
    other: Counter
    operator: Browser
    manager: Browser
    clerk: Browser


def staffed(app: App) -> Staffed:
    """Everybody has signed in."""
    own = make_counter(app.database)
    other = make_counter(app.database, code="TD01", vendor_id="101", store_id="other")
    return Staffed(
        app,
        own,
        other,
        operator=signed_in(app, app.database, Role.OPERATOR),
        manager=signed_in(app, app.database, Role.MANAGER, own.dealer.id),
        clerk=signed_in(app, app.database, Role.CLERK, own.dealer.id),
    )


def signed_in(app: App, database: Database, role: Role, *dealer_ids: int) -> Browser:
    """Somebody of that role."""
    email = f"{role}-{len(dealer_ids)}@parts.example"
    make_account(database, role, email, dealer_ids=dealer_ids)
    visitor = browser(build_asgi(app))
    visitor.sign_in(email)
    return visitor


def plain(page: str) -> str:
    """The page's text without tags, blanks folded."""
    return " ".join(re.sub(r"<[^>]*>", " ", page).split())
