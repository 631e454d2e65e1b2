"""Writing an index: one process at a time, each batch one durable commit that carries its cursor."""

import threading
from collections.abc import Iterable
from contextlib import ExitStack
from itertools import islice
from operator import length_hint
from pathlib import Path
from types import TracebackType
from typing import Self

from tantivy import Index, Query, Searcher

from partscounter.search.document import LARGEST_UID, Document
from partscounter.search.index import Batch
from partscounter.search.tantivy.generations import (
    create_generation,
    current_generation,
    make_current,
    names_a_generation,
    swap_lock,
    writer_lock,
)
from partscounter.search.tantivy.rows import cursor_row, rows_of
from partscounter.search.tantivy.schema import CURSOR_UID, build_schema
from partscounter.search.tantivy.view import TantivyView

HEAP_BYTES = 64_000_000
FILL_HEAP_BYTES = 256_000_000
"""For filling an index: of a kilobyte each, enough for all documents that are committed together."""
FILLED_AT_ONCE = 160_000
"""So many documents are committed together at most."""
MERGED_AT_ONCE = 8
"""So many segments of like size the engine makes one of."""
NO_UID = CURSOR_UID - 1
"""Below every uid of an index that is not empty."""
_MADE_AT_ONCE = 1_000
"""Rows, of more than a kilobyte each."""


class GenerationWriter:
    """An IndexWriter (see `search.index`) on one generation, whether it is in use or not."""

    def __init__(self, generation: Path, heap_bytes: int = HEAP_BYTES) -> None:
        self.generation = generation
        self._schema = build_schema()
        index = Index.open(str(generation))
        index.config_reader("manual")
        index.reload()
        searcher = index.searcher()
        self._cursor = self._committed = TantivyView(searcher, self._schema).watermark()
        self._highest = _highest_uid(searcher)
        self._writer = index.writer(heap_bytes, 1)

    def apply(self, changes: Batch, cursor: int, after: int | None = None, *, commit: bool = True) -> bool:
        if after is not None and after != self._cursor:
            return False
        upserts = {document.uid: document for document in changes.upserts}
        try:
            for uid in {*changes.deletions, *upserts}:
                if uid <= self._highest:
                    self._writer.delete_documents_by_term("uid", uid)
            self._add(upserts.values())
            if commit:
                self._commit(cursor)
        except Exception:
            self._highest = LARGEST_UID  # the commit may have come through: from now on nothing counts as new
            self._cursor = self._committed
            self._writer.rollback()
            raise
        self._cursor = cursor
        return True

    def fill(self, documents: Iterable[Document], most_at_once: int = FILLED_AT_ONCE) -> int:
        """Commit `documents`, each with a uid of its own, into an index that is still empty; how many they were.

        No cursor: where all documents of a segment are items, the engine need not ask which of them are.
        If it is known about how many they are, they are committed in parts of which the engine makes one segment in the
        end: each segment costs every question something.
        """
        at_once = part_size(length_hint(documents), most_at_once)
        unread, added = iter(documents), 0
        while (more := self._add(islice(unread, at_once))) == at_once:
            self._writer.commit()
            added += more
        self._writer.commit()
        return added + more

    def watermark(self) -> int:
        return self._cursor

    def close(self) -> None:
        """Wait for merges to end, and let go of the generation."""
        self._writer.wait_merging_threads()

    def _add(self, documents: Iterable[Document]) -> int:
        added, source = 0, iter(documents)
        while some := list(islice(source, _MADE_AT_ONCE)):
            for row in rows_of(some):
                self._writer.add_json(row)
            self._highest = max(self._highest, *[document.uid for document in some])
            added += len(some)
        return added

    def _commit(self, cursor: int) -> None:
        if self._highest > NO_UID:
            self._writer.delete_documents_by_term("uid", CURSOR_UID)
        self._writer.add_json(cursor_row(cursor))
        self._writer.commit()
        self._committed, self._highest = cursor, max(self._highest, CURSOR_UID)


class TantivyWriter:
    """An IndexWriter on the current generation of `root`, made empty if there is none; for any thread of one process.

    Refuses with IndexBusy while another process writes, and with IndexMissing where the index is of another version:
    rebuild it first. When a rebuild has swapped generations, goes on with the new one. Close it, or use it as context.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._turn = threading.Lock()
        with ExitStack() as held:
            held.enter_context(writer_lock(root))
            with swap_lock(root):
                self._current = GenerationWriter(_current_or_new(root))
            self._held = held.pop_all()

    def apply(self, changes: Batch, cursor: int, after: int | None = None, *, commit: bool = True) -> bool:
        with self._turn, swap_lock(self._root):
            return self._newest().apply(changes, cursor, after, commit=commit)

    def watermark(self) -> int:
        with self._turn, swap_lock(self._root):
            return self._newest().watermark()

    def close(self) -> None:
        with self._turn, self._held:
            self._current.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _newest(self) -> GenerationWriter:
        generation = current_generation(self._root)
        if generation != self._current.generation:
            self._current.close()
            self._current = GenerationWriter(generation)
        return self._current


def part_size(documents: int, most: int) -> int | None:
    """How many of so many documents to commit together, `most` or fewer, so that one segment is left; None is all."""
    parts = 1
    while documents > parts * most:
        parts *= MERGED_AT_ONCE
    # A little more, for what is added meanwhile: so the last part is up to a quarter smaller, not one too many. To the
    # engine segments are of like size if the smallest is 0.6 of the largest.
    return documents // parts + documents // (4 * parts * parts) + 1 if parts > 1 else None


def _highest_uid(searcher: Searcher) -> int:
    """What lies above is new to the index: nothing has to be deleted before it is added."""
    highest = searcher.aggregate(Query.all_query(), {"highest": {"max": {"field": "uid"}}})["highest"]["value"]
    return NO_UID if highest is None else int(highest)


def _current_or_new(root: Path) -> Path:
    if not names_a_generation(root):
        make_current(root, create_generation(root))
    return current_generation(root)
