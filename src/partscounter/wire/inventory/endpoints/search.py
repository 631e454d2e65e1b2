"""GET /inventory/search/{part type}/{make}/{model}: a page of items, or all of them as a stream."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from msgspec import UNSET, UnsetType, structs

from partscounter.app import App
from partscounter.domain.access import Credential
from partscounter.search import Hit, SearchRequest
from partscounter.web.answer import Answer
from partscounter.web.incoming import Incoming
from partscounter.wire.inventory.answers import answer, stream_answer
from partscounter.wire.inventory.ask import ready_search
from partscounter.wire.inventory.default_filters import with_defaults
from partscounter.wire.inventory.end_user import Viewer
from partscounter.wire.inventory.explain import Explainer, explainer_of
from partscounter.wire.inventory.links import links_of
from partscounter.wire.inventory.note_empty import note_if_empty
from partscounter.wire.inventory.note_unmatched import note_unmatched
from partscounter.wire.inventory.read_search import read_search
from partscounter.wire.inventory.render import render_row
from partscounter.wire.inventory.rows import load_rows
from partscounter.wire.inventory.suggest import suggested_counts, suggested_part_types
from partscounter.wire.inventory.user import ApiUser, user_of
from partscounter_contracts.inventory import SearchItem, SearchResults, SuggestedPartType

_ROWS_AT_ONCE = 250


def search_inventory(app: App) -> Callable[[Incoming[Credential]], Answer]:
    """The handler."""

    def handle(incoming: Incoming[Credential]) -> Answer:
        user = user_of(incoming.caller)
        asked = read_search(with_defaults(incoming.query, user.default_filters))
        with app.database.read() as tx:
            ready = ready_search(tx, user, incoming.path_values, asked)
            wanted = ready.request.wanted
            explainer = explainer_of(tx, user, incoming.path_values, wanted) if asked.explains else None
        note_unmatched(app, user, incoming.path_values, wanted)
        suggests = asked.suggests or user.suggests_part_types
        found = _Found(app, incoming, user, ready.viewer, ready.request, suggests=suggests, explainer=explainer)
        return found.everything() if ready.is_whole else found.page()

    return handle


@dataclass(frozen=True, slots=True)
class _Found:
    """One search on its way to an answer."""

    app: App
    incoming: Incoming[Credential]
    user: ApiUser
    viewer: Viewer
    request: SearchRequest
    suggests: bool
    explainer: Explainer | None

    def page(self) -> Answer:
        page = self.app.search.search(self.request)
        note_if_empty(self.app, self.incoming, page.total)
        results = SearchResults(
            total_results=page.total,
            total_pages=page.pages,
            results=self._rendered(page.hits, self.request.page_number),
            suggested_part_types=self._suggestions(),
        )
        return answer(self.user.format, results)

    def everything(self) -> Answer:
        """One page of any length. Its rows are read as they are sent, some at a time."""
        stream = self.app.search.stream(self.request)
        note_if_empty(self.app, self.incoming, stream.total)
        suggestions = self._suggestions()
        before = {"total_results": stream.total, "total_pages": min(stream.total, 1)}
        after = {} if suggestions is UNSET else {"suggested_part_types": suggestions}
        return stream_answer(self.user.format, before, "results", self._batches(stream.hits), after)

    def _batches(self, hits: Iterator[Hit]) -> Iterator[list[SearchItem]]:
        while some := tuple(islice(hits, _ROWS_AT_ONCE)):
            yield self._rendered(some, 1)

    def _rendered(self, hits: Sequence[Hit], page_number: int) -> list[SearchItem]:
        with self.app.database.read() as tx:
            rows = load_rows(tx, hits, self.viewer)
        links, with_qa = links_of(self.incoming), self.user.includes_qa
        rendered = [render_row(row, links, page_number=page_number, with_qa=with_qa) for row in rows]
        if self.explainer is None:
            return rendered
        reasons = [self.explainer.reasons(row.item) for row in rows]
        return [structs.replace(item, explain=why) for item, why in zip(rendered, reasons, strict=True)]

    def _suggestions(self) -> list[SuggestedPartType] | UnsetType:
        if not self.suggests:
            return UNSET
        counts = suggested_counts(self.app.search, self.request, self.incoming.path_values["part_type"])
        with self.app.database.read() as tx:
            return suggested_part_types(tx, self.user, counts, self.incoming)
