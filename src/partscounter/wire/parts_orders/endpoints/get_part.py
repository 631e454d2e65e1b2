"""GET …/parts/{partId}: one part (ours)."""

from partscounter.app import App
from partscounter.domain.access import Credential
from partscounter.web.answer import JSON_TYPE, Answer
from partscounter.web.incoming import Incoming
from partscounter.wire.parts_orders.admission import get_store_of
from partscounter.wire.parts_orders.part_of_path import get_part_of
from partscounter.wire.parts_orders.render_part import render_part
from partscounter_contracts import encode


def get_part(app: App, incoming: Incoming[Credential]) -> Answer:
    """The part without price and stock."""
    with app.database.read() as tx:
        item = get_part_of(tx, get_store_of(tx, incoming), incoming)
    return Answer(200, encode(render_part(item)), JSON_TYPE)
