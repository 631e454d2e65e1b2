"""GET and HEAD /sale/lookup: a sales document by its cart or by its number."""

import json
from collections.abc import Callable

import msgspec

from partscounter.app import App
from partscounter.domain.access import Credential
from partscounter.web.answer import Answer, empty
from partscounter.web.incoming import Incoming
from partscounter.wire.inventory.answers import answer
from partscounter.wire.inventory.find_document import SoldDocument, get_document, read_lookup
from partscounter.wire.inventory.render_document import render_document, render_head
from partscounter.wire.inventory.user import user_of
from partscounter_contracts.inventory import RESULT_HEADER


def look_up_sale(app: App) -> Callable[[Incoming[Credential]], Answer]:
    """The handler of GET."""

    def handle(incoming: Incoming[Credential]) -> Answer:
        return answer(user_of(incoming.caller).format, render_document(_find(app, incoming)))

    return handle


def look_up_sale_head(app: App) -> Callable[[Incoming[Credential]], Answer]:
    """The handler of HEAD: its answer stands in the header X-Result, as JSON in ASCII for every user."""

    def handle(incoming: Incoming[Credential]) -> Answer:
        head = msgspec.to_builtins(render_head(_find(app, incoming)))
        return empty(200, ((RESULT_HEADER, json.dumps(head, separators=(",", ":"))),))

    return handle


def _find(app: App, incoming: Incoming[Credential]) -> SoldDocument:
    asked = read_lookup(incoming.query)
    with app.database.read() as tx:
        return get_document(tx, user_of(incoming.caller), asked)
