"""Accounts for tests, and a browser that has signed in."""

import functools
import re
from collections.abc import Collection

import httpx
from starlette.types import ASGIApp

from partscounter.database import Database
from partscounter.domain import access, accounts
from partscounter.domain.accounts import Account, Role
from tests.make.access import OPERATOR
from tests.make.web import BASE_URL, client

PASSWORD = "correct horse battery"
EMAIL = "pat@parts.example"
_KEY = re.compile(r'name="form_key" value="([^"]+)"')


@functools.cache
def hashed(plain: str = PASSWORD) -> access.NewSecret:
    return access.new_secret(plain)


def make_account(
    database: Database,
    role: Role = Role.OPERATOR,
    email: str = EMAIL,
    *,
    dealer_ids: Collection[int] = (),
    customer_id: int | None = None,
    language: str = "en",
) -> Account:
    """An account whose password is PASSWORD."""
    return database.write(
        OPERATOR,
        lambda tx: accounts.create_account(
            tx,
            email=email,
            name="Pat Counter",
            role=role,
            dealer_ids=dealer_ids,
            customer_id=customer_id,
            language=language,
            password=hashed(),
        ),
    )


class Browser(httpx.Client):
    """A client that keeps cookies and posts forms as a browser on our own pages does."""

    def submit(self, address: str, *, on: str = "", **fields: str | list[str]) -> httpx.Response:
        """Post a form to `address`, with the key of the page at `on` (the same address if it is not given)."""
        key = form_key(self.get(on or address).text)
        return self.post(address, data={"form_key": key, **fields}, headers={"Origin": BASE_URL})

    def sign_in(self, email: str = EMAIL, password: str = PASSWORD, next: str = "") -> httpx.Response:  # noqa: A002 - the form's name
        return self.submit("/sign-in", email=email, password=password, next=next)


def browser(app: ASGIApp) -> Browser:
    """A browser of its own, with no cookie yet."""
    plain = client(app)
    return Browser(transport=plain._transport, base_url=BASE_URL)


def form_key(page: str) -> str:
    """What the forms of `page` bring back."""
    found = _KEY.search(page)
    assert found is not None, "the page has no form"
    return found[1]
