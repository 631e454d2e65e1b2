"""Comparing stock that comes in with what people wait for, within a second; it follows the log as the index does."""

import threading
from collections.abc import Sequence
from functools import partial

import structlog

from partscounter.app import App
from partscounter.database import ReadTx
from partscounter.domain import catalog, inventory
from partscounter.domain.catalog import NameKind, aliases
from partscounter.domain.leads import wants
from partscounter.domain.leads.wants import Changes, Fits, Pair, Want
from partscounter.kit.actor import Actor
from partscounter.search import Filter, IndexMissing, SearchRequest, keywords_find, parse_keywords

POLL_SECONDS = 0.2
MOST_THERE_BEFORE = 1_000
"""So many items that fit a new want already are remembered; a change of one of them is no arrival."""
_WAIT_AFTER_FAILURE = 2.0
_QUIET_BATCHES = 50
_ACTOR = Actor(name="wants", door="worker")


def follow_wants(app: App, stop: threading.Event) -> None:
    """Compare until `stop` is set. Several processes may do it: what one has noted no other notes again."""
    follower, log = WantFollower(app), structlog.get_logger(__name__)
    while not stop.is_set():
        try:
            busy = follower.step()
        except Exception:
            log.exception("Stock could not be compared with what is wanted; trying again.")
            follower.start_over()
            stop.wait(_WAIT_AFTER_FAILURE)
            continue
        if not busy:
            stop.wait(POLL_SECONDS)


class WantFollower:
    """Where one process is in the log. What brings nothing is noted now and then only; reading it again is harmless."""

    def __init__(self, app: App) -> None:
        self._app = app
        self._noted: int | None = None
        self._read = 0
        self._quiet = 0

    def start_over(self) -> None:
        """Forget the place in the log; the next step asks for what was noted."""
        self._noted = None

    def step(self) -> bool:
        """Compare the next changes; False if there were none, or nobody waits."""
        with self._app.database.read() as tx:
            noted = wants.find_cursor(tx)
            if noted is None or noted != self._noted:
                self._noted, self._read, self._quiet = noted, noted or 0, 0
            changes = None if noted is None else wants.read_changes(tx, self._read)
            if noted is None or changes is None:
                return False
            fits = wants.find_fits(tx, changes.item_ids, keywords_find)
            there_before = [pair for want_id in changes.want_ids for pair in self._there_before(tx, want_id)]
        self._note(noted, changes, fits, there_before)
        return True

    def _note(self, noted: int, changes: Changes, fits: Fits, there_before: Sequence[Pair]) -> None:
        self._quiet += 1
        self._read = changes.cursor
        if not (fits.pairs or fits.gone or changes.want_ids or self._quiet >= _QUIET_BATCHES):
            return
        verb = partial(wants.note_fits, after=noted, cursor=changes.cursor, fits=fits, there_before=tuple(there_before))
        if self._app.database.write(_ACTOR, verb):
            self._noted, self._quiet = changes.cursor, 0
        else:
            self.start_over()

    def _there_before(self, tx: ReadTx, want_id: int) -> list[Pair]:
        want = wants.get_want(tx, want_id)
        request = SearchRequest(wanted=_filter(tx, want), result_size=MOST_THERE_BEFORE)
        try:
            found = self._app.search.search(request).uids
        except IndexMissing:
            return []
        items = inventory.load_items(tx, found).values()
        # The index may be ahead of this view, or behind: only what has stayed as it was counts.
        there = [item for item in items if item.available > 0 and item.changed_at < want.created_at]
        return [(want_id, item.id) for item in there]


def _filter(tx: ReadTx, want: Want) -> Filter:
    wanted = want.draft.wanted
    return Filter(
        lines=None if wanted.line is None else frozenset({int(wanted.line)}),
        dealers=None if wanted.dealer_id is None else frozenset({wanted.dealer_id}),
        part_types=_numbers(tx, NameKind.PART_TYPE, wanted.part_types),
        makes=_numbers(tx, NameKind.MAKE, wanted.makes),
        models=_numbers(tx, NameKind.MODEL, wanted.models),
        year_from=wanted.year_from,
        year_to=wanted.year_to,
        keywords=parse_keywords(wanted.keywords),
    )


def _numbers(tx: ReadTx, kind: NameKind, keys: frozenset[str] | None) -> frozenset[int] | None:
    if keys is None:
        return None
    known = catalog.find_names(tx, kind, keys).values()
    return frozenset(known).union(*(aliases.names_called(tx, kind, key) for key in keys))
