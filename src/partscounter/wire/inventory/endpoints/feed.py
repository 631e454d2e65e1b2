"""GET /inventory/feed: every item that the user may see, as one long answer for advertising partners."""

from collections.abc import Callable, Iterator
from itertools import islice

from partscounter.app import App
from partscounter.domain.access import Credential
from partscounter.search import Hit, SearchRequest
from partscounter.search.end_user import changes_for
from partscounter.web.answer import Answer
from partscounter.web.incoming import Incoming
from partscounter.wire.inventory.answers import stream_answer
from partscounter.wire.inventory.end_user import Viewer, read_userid, viewer_of
from partscounter.wire.inventory.links import Links, links_of
from partscounter.wire.inventory.render_feed import render_feed_item
from partscounter.wire.inventory.rows import load_rows
from partscounter.wire.inventory.scope import everything_seen
from partscounter.wire.inventory.user import user_of
from partscounter_contracts.inventory import FeedItem

_ROWS_AT_ONCE = 250


def get_feed(app: App) -> Callable[[Incoming[Credential]], Answer]:
    """The handler. The total and the items are of one commit of the index, whatever is written while they are sent."""

    def handle(incoming: Incoming[Credential]) -> Answer:
        user, userid = user_of(incoming.caller), read_userid(incoming.query)
        with app.database.read() as tx:
            viewer = viewer_of(tx, user, userid)
            wanted = everything_seen(tx, user, changes_for(tx, viewer.terms).hidden)
        found = app.search.stream(SearchRequest(wanted=wanted))
        batches = _batches(app, found.hits, links_of(incoming), viewer)
        return stream_answer(user.format, {"total_results": found.total}, "results", batches, {})

    return handle


def _batches(app: App, hits: Iterator[Hit], links: Links, viewer: Viewer) -> Iterator[list[FeedItem]]:
    """Each batch has a transaction of its own: a slow partner holds none open."""
    while some := tuple(islice(hits, _ROWS_AT_ONCE)):
        with app.database.read() as tx:
            rows = load_rows(tx, some, viewer)
        yield [render_feed_item(row, links) for row in rows]
