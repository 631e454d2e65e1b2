"""Each question asked of our own `Search`, which may remember nothing from one question to the next."""

from collections.abc import Callable
from dataclasses import dataclass

from tantivy import Schema, Searcher

from benchmarks.search.shapes import Question
from partscounter.search import IndexReader, Search, TantivyReader, View
from partscounter.search.index import entries_of
from partscounter.search.tantivy.view import TantivyView


@dataclass(frozen=True)
class Forgetful:
    """An IndexReader that looks for the newest commit each time, and whose every view is new: it remembers no total."""

    reader: TantivyReader
    searcher: Searcher
    schema: Schema

    def view(self) -> View:
        self.reader.view()
        return TantivyView(self.searcher, self.schema)


def prepared(search: Search, items: IndexReader, question: Question) -> Callable[[], tuple[int, tuple[int, ...]]]:
    """A call that asks the question; it tells the number of hits and the page, or the number of values.

    One item is looked up in `items`: no view remembers any.
    """
    if question.uid is not None:
        uid = question.uid
        return lambda: (len(entries_of(items.view(), [uid])), ())
    if question.counted is not None:
        field = question.counted
        return lambda: (len(search.available(field, question.request.wanted)), ())

    def ask() -> tuple[int, tuple[int, ...]]:
        page = search.search(question.request)
        return page.total, page.uids

    return ask
