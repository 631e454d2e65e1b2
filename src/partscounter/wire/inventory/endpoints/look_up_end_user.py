"""GET and HEAD /enduser/lookup: a customer by e-mail address or end-user id."""

import json
from collections.abc import Callable

import msgspec

from partscounter.app import App
from partscounter.domain import customers
from partscounter.domain.access import Credential
from partscounter.web.answer import Answer, empty
from partscounter.web.incoming import Incoming
from partscounter.wire.inventory.answers import answer
from partscounter.wire.inventory.find_end_user import get_end_user
from partscounter.wire.inventory.render_end_user import render_end_user, render_end_user_id
from partscounter.wire.inventory.user import user_of
from partscounter_contracts.inventory import RESULT_HEADER


def look_up_end_user(app: App) -> Callable[[Incoming[Credential]], Answer]:
    """The handler of GET."""

    def handle(incoming: Incoming[Credential]) -> Answer:
        user = user_of(incoming.caller)
        with app.database.read() as tx:
            customer = get_end_user(tx, user, incoming.query)
            company = customers.get_company(tx, customer.company_id)
        return answer(user.format, render_end_user(customer, company))

    return handle


def look_up_end_user_id(app: App) -> Callable[[Incoming[Credential]], Answer]:
    """The handler of HEAD: its answer stands in the header X-Result, as JSON in ASCII for every user."""

    def handle(incoming: Incoming[Credential]) -> Answer:
        with app.database.read() as tx:
            customer = get_end_user(tx, user_of(incoming.caller), incoming.query)
        found = msgspec.to_builtins(render_end_user_id(customer))
        return empty(200, ((RESULT_HEADER, json.dumps(found, separators=(",", ":"))),))

    return handle
