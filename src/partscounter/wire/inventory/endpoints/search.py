"""GET /inventory/search/{part type}/{make}/{model}: a page of items, or all of them as a stream."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from math import inf

import msgspec
from msgspec import UNSET, UnsetType, structs

from partscounter.app import App
from partscounter.database import ReadTx, ReadWhenNeeded
from partscounter.database.while_unchanged import WhileUnchanged
from partscounter.domain import inventory
from partscounter.domain.access import Credential
from partscounter.search import Hit, SearchPage, View
from partscounter.web.answer import Answer
from partscounter.web.incoming import Incoming
from partscounter.web.lengthy import Lengthy
from partscounter.wire.inventory.answers import answer, stream_answer
from partscounter.wire.inventory.ask import ready_search
from partscounter.wire.inventory.default_filters import with_defaults
from partscounter.wire.inventory.explain import Explainer, explainer_of
from partscounter.wire.inventory.found import Found, load_found
from partscounter.wire.inventory.links import Links, links_of
from partscounter.wire.inventory.note_empty import note_if_empty
from partscounter.wire.inventory.note_unmatched import note_unmatched
from partscounter.wire.inventory.read_search import read_search
from partscounter.wire.inventory.remembered import Remembered, Rows, SearchOfUser
from partscounter.wire.inventory.render_found import ends_of, found_json, is_short, render_found, rows_json
from partscounter.wire.inventory.suggest import suggested_counts, suggested_part_types
from partscounter.wire.inventory.user import AnswerFormat, user_of
from partscounter_contracts.inventory import MatchReason, SuggestedPartType

_ROWS_AT_ONCE = 250

Reading = Callable[[], ReadTx]
"""The transaction of a search, which begins when it is asked for."""


def search_inventory(app: App) -> Callable[[Incoming[Credential]], Answer | Lengthy]:
    """The handler."""
    memory = WhileUnchanged(app.database, Remembered)

    def handle(incoming: Incoming[Credential]) -> Answer | Lengthy:
        view = app.search.view()  # before the database is looked at: what the index has found is there as well
        remembered = memory.now()
        known = remembered.known_search(incoming)
        if known is not None and known.pace.quick_in is view:
            return _answered(app, incoming, view, remembered)
        return Lengthy(partial(_answered, app, incoming, view, remembered))

    return handle


def _answered(app: App, incoming: Incoming[Credential], view: View, remembered: Remembered) -> Answer:
    began = time.thread_time()
    with ReadWhenNeeded(app.database) as reading:
        search = _search_of(app, incoming, remembered, reading)
        page = None if search.of_user.ready.is_whole else search.page(reading, view)
    note_unmatched(app, search.of_user.user, incoming.path_values, search.of_user.ready.request.wanted)
    if page is None:
        return search.everything()
    answer = search.answer(page)
    search.of_user.pace.note(view, time.thread_time() - began if page.is_of_memory else inf)
    return answer


def _search_of(app: App, incoming: Incoming[Credential], remembered: Remembered, reading: Reading) -> "_Search":
    def made() -> SearchOfUser:
        user = user_of(incoming.caller)
        asked = read_search(with_defaults(incoming.query, user.default_filters))
        return SearchOfUser(user, asked, ready_search(reading(), user, incoming.path_values, asked))

    of_user, links, explainer = remembered.search(incoming, made), links_of(incoming), None
    if of_user.asked.explains:
        wanted = of_user.ready.request.wanted
        explainer = explainer_of(reading(), of_user.user, incoming.path_values, wanted)
    rows = remembered.rows(links, of_user.ready.viewer.terms, with_qa=of_user.user.includes_qa)
    return _Search(app, incoming, of_user, links, explainer, rows)


@dataclass(frozen=True, slots=True)
class _Page:
    """A page as it was found."""

    found: SearchPage
    rows: Sequence[Found]
    """Those that are not remembered."""
    suggestions: list[SuggestedPartType] | UnsetType
    reasons: Sequence[list[MatchReason]]

    @property
    def is_of_memory(self) -> bool:
        """Whether the index was asked and nothing else."""
        return not self.rows and self.suggestions is UNSET


@dataclass(frozen=True, slots=True)
class _Search:
    """One search on its way to an answer."""

    app: App
    incoming: Incoming[Credential]
    of_user: SearchOfUser
    links: Links
    explainer: Explainer | None
    remembered: Rows

    def page(self, reading: Reading, view: View) -> _Page:
        found = self.app.search.search(self.of_user.ready.request, view)
        missing = self._missing(found) if self._is_plain else found.hits
        rows = self._loaded(reading(), missing) if missing else []
        reasons = self._reasons(reading(), rows) if rows and self.explainer else []
        return _Page(found, rows, self._suggestions(reading), reasons)

    def answer(self, page: _Page) -> Answer:
        note_if_empty(self.app, self.incoming, page.found.total)
        results = {
            "total_results": page.found.total,
            "total_pages": page.found.pages,
            "results": self._results(page),
        }
        if page.suggestions is not UNSET:
            results["suggested_part_types"] = page.suggestions
        return answer(self.of_user.user.format, results)

    def everything(self) -> Answer:
        """One page of any length, and nothing beyond it. Its rows are read as they are sent, some at a time."""
        request = self.of_user.ready.request
        stream = self.app.search.stream(request)
        hits = stream.hits if request.page_number == 1 else iter(())
        note_if_empty(self.app, self.incoming, stream.total)
        with ReadWhenNeeded(self.app.database) as reading:
            suggestions = self._suggestions(reading)
        before = {"total_results": stream.total, "total_pages": min(stream.total, 1)}
        after = {} if suggestions is UNSET else {"suggested_part_types": suggestions}
        return stream_answer(self.of_user.user.format, before, "results", self._batches(hits), after)

    @property
    def _is_plain(self) -> bool:
        """Whether rows are JSON and nothing else, which can be remembered."""
        return self.explainer is None and self.of_user.user.format is AnswerFormat.JSON

    def _batches(self, hits: Iterator[Hit]) -> Iterator[Sequence[object]]:
        while some := tuple(islice(hits, _ROWS_AT_ONCE)):
            with self.app.database.read() as tx:
                rows = self._loaded(tx, some)
                reasons = self._reasons(tx, rows)
            yield self._rendered(rows, reasons, 1)

    def _loaded(self, tx: ReadTx, hits: Sequence[Hit]) -> list[Found]:
        return load_found(tx, hits, self.of_user.ready.viewer, with_qa=self.of_user.user.includes_qa)

    def _results(self, page: _Page) -> Sequence[object]:
        number = self.of_user.ready.request.page_number
        if not self._is_plain:
            return self._rendered(page.rows, page.reasons, number)
        with_qa = self.of_user.user.includes_qa
        if number == 1 and page.found.miles is None and not page.rows:
            return [row for uid in page.found.uids if (row := self._unplaced(uid))]
        fresh = {row.item.id: ends_of(row.item, self.links, with_qa=with_qa) for row in page.rows}
        known = self.remembered.ends
        known.update({row.item.id: fresh[row.item.id] for row in page.rows if is_short(row.item)})
        ends = [(fresh.get(hit.uid) or known.get(hit.uid), hit) for hit in page.found.hits]
        return rows_json(((each, hit) for each, hit in ends if each), number)

    def _missing(self, found: SearchPage) -> Sequence[Hit]:
        """The hits whose rows are not remembered."""
        known = self.remembered.ends.keys()
        return () if known >= set(found.uids) else [hit for hit in found.hits if hit.uid not in known]

    def _unplaced(self, uid: int) -> msgspec.Raw | None:
        """The remembered row, as it is on a first page without distances; None for an item that is gone."""
        rows, ends = self.remembered.unplaced, self.remembered.ends.get(uid)
        row = rows.get(uid)
        if row is None and ends is not None:
            [row] = rows_json([(ends, Hit(uid, None))], 1)
            rows[uid] = row
        return row

    def _rendered(
        self, rows: Sequence[Found], reasons: Sequence[list[MatchReason]], page_number: int
    ) -> Sequence[object]:
        with_qa = self.of_user.user.includes_qa
        if self._is_plain:
            return found_json(rows, self.links, page_number=page_number, with_qa=with_qa)
        rendered = [render_found(row, self.links, page_number=page_number, with_qa=with_qa) for row in rows]
        if self.explainer is None:
            return rendered
        return [structs.replace(item, explain=why) for item, why in zip(rendered, reasons, strict=True)]

    def _reasons(self, tx: ReadTx, rows: Sequence[Found]) -> list[list[MatchReason]]:
        """Why each was found, if that was asked."""
        if self.explainer is None:
            return []
        items = inventory.load_items(tx, [row.item.id for row in rows])
        return [self.explainer.reasons(items[row.item.id]) for row in rows]

    def _suggestions(self, reading: Reading) -> list[SuggestedPartType] | UnsetType:
        user, ready = self.of_user.user, self.of_user.ready
        if not (self.of_user.asked.suggests or user.suggests_part_types):
            return UNSET
        counts = suggested_counts(self.app.search, ready.request, self.incoming.path_values["part_type"])
        return suggested_part_types(reading(), user, counts, self.incoming)
