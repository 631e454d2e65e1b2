"""GET /inventory/search/{part type}/{make}/{model}: a page of items, or all of them as a stream."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from msgspec import UNSET, UnsetType, structs

from partscounter.app import App
from partscounter.database import ReadTx
from partscounter.domain import inventory
from partscounter.domain.access import Credential
from partscounter.search import Hit, SearchPage, View
from partscounter.web.answer import Answer
from partscounter.web.incoming import Incoming
from partscounter.wire.inventory.answers import answer, stream_answer
from partscounter.wire.inventory.ask import ReadySearch, ready_search
from partscounter.wire.inventory.default_filters import with_defaults
from partscounter.wire.inventory.explain import Explainer, explainer_of
from partscounter.wire.inventory.found import Found, load_found
from partscounter.wire.inventory.links import links_of
from partscounter.wire.inventory.note_empty import note_if_empty
from partscounter.wire.inventory.note_unmatched import note_unmatched
from partscounter.wire.inventory.read_search import read_search
from partscounter.wire.inventory.render_found import found_json, render_found
from partscounter.wire.inventory.suggest import suggested_counts, suggested_part_types
from partscounter.wire.inventory.user import AnswerFormat, ApiUser, user_of
from partscounter_contracts.inventory import MatchReason, SuggestedPartType

_ROWS_AT_ONCE = 250


def search_inventory(app: App) -> Callable[[Incoming[Credential]], Answer]:
    """The handler."""

    def handle(incoming: Incoming[Credential]) -> Answer:
        user = user_of(incoming.caller)
        asked = read_search(with_defaults(incoming.query, user.default_filters))
        view = app.search.view()  # before the transaction: what the index has found, the database then has as well
        with app.database.read() as tx:
            ready = ready_search(tx, user, incoming.path_values, asked)
            wanted = ready.request.wanted
            explainer = explainer_of(tx, user, incoming.path_values, wanted) if asked.explains else None
            found = _Search(app, incoming, user, ready, explainer, asked.suggests or user.suggests_part_types)
            page = None if ready.is_whole else found.page(tx, view)
        note_unmatched(app, user, incoming.path_values, wanted)
        return found.everything() if page is None else found.answer(page)

    return handle


@dataclass(frozen=True, slots=True)
class _Page:
    """A page as it was found."""

    found: SearchPage
    rows: Sequence[Found]
    suggestions: list[SuggestedPartType] | UnsetType
    reasons: Sequence[list[MatchReason]]


@dataclass(frozen=True, slots=True)
class _Search:
    """One search on its way to an answer."""

    app: App
    incoming: Incoming[Credential]
    user: ApiUser
    ready: ReadySearch
    explainer: Explainer | None
    suggests: bool

    def page(self, tx: ReadTx, view: View) -> _Page:
        found = self.app.search.search(self.ready.request, view)
        rows = load_found(tx, found.hits, self.ready.viewer, with_qa=self.user.includes_qa)
        return _Page(found, rows, self._suggestions(tx), self._reasons(tx, rows))

    def answer(self, page: _Page) -> Answer:
        note_if_empty(self.app, self.incoming, page.found.total)
        results = {
            "total_results": page.found.total,
            "total_pages": page.found.pages,
            "results": self._rendered(page.rows, page.reasons, self.ready.request.page_number),
        }
        if page.suggestions is not UNSET:
            results["suggested_part_types"] = page.suggestions
        return answer(self.user.format, results)

    def everything(self) -> Answer:
        """One page of any length. Its rows are read as they are sent, some at a time."""
        stream = self.app.search.stream(self.ready.request)
        note_if_empty(self.app, self.incoming, stream.total)
        with self.app.database.read() as tx:
            suggestions = self._suggestions(tx)
        before = {"total_results": stream.total, "total_pages": min(stream.total, 1)}
        after = {} if suggestions is UNSET else {"suggested_part_types": suggestions}
        return stream_answer(self.user.format, before, "results", self._batches(stream.hits), after)

    def _batches(self, hits: Iterator[Hit]) -> Iterator[Sequence[object]]:
        while some := tuple(islice(hits, _ROWS_AT_ONCE)):
            with self.app.database.read() as tx:
                rows = load_found(tx, some, self.ready.viewer, with_qa=self.user.includes_qa)
                reasons = self._reasons(tx, rows)
            yield self._rendered(rows, reasons, 1)

    def _rendered(
        self, rows: Sequence[Found], reasons: Sequence[list[MatchReason]], page_number: int
    ) -> Sequence[object]:
        links, with_qa = links_of(self.incoming), self.user.includes_qa
        if self.explainer is None and self.user.format is AnswerFormat.JSON:
            return found_json(rows, links, page_number=page_number, with_qa=with_qa)
        rendered = [render_found(row, links, page_number=page_number, with_qa=with_qa) for row in rows]
        if self.explainer is None:
            return rendered
        return [structs.replace(item, explain=why) for item, why in zip(rendered, reasons, strict=True)]

    def _reasons(self, tx: ReadTx, rows: Sequence[Found]) -> list[list[MatchReason]]:
        """Why each was found, if that was asked."""
        if self.explainer is None:
            return []
        items = inventory.load_items(tx, [row.item.id for row in rows])
        return [self.explainer.reasons(items[row.item.id]) for row in rows]

    def _suggestions(self, tx: ReadTx) -> list[SuggestedPartType] | UnsetType:
        if not self.suggests:
            return UNSET
        counts = suggested_counts(self.app.search, self.ready.request, self.incoming.path_values["part_type"])
        return suggested_part_types(tx, self.user, counts, self.incoming)
