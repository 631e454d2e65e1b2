"""Filling a new index beside the one in use, and swapping it in: no search fails or answers wrongly meanwhile."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path

from partscounter.search.document import Document
from partscounter.search.follow import LoadDocuments, ReadEvents, follow_once
from partscounter.search.index import Batch, IndexMissing
from partscounter.search.tantivy.generations import (
    create_generation,
    current_generation,
    make_current,
    rebuild_lock,
    remove_generations,
    swap_lock,
)
from partscounter.search.tantivy.writer import GenerationWriter

CHUNK = 5_000

ReadAll = Callable[[], tuple[int, Iterable[Document]]]
"""The position of the change log, read first, and then every document there is; a change in between may or may not be
in the documents, because it will be followed."""


def rebuild(root: Path, read_all: ReadAll, read_events: ReadEvents, load_documents: LoadDocuments) -> int:
    """Build the index of `root` anew and put it in place of the old one; how many documents were read.

    Runs beside the process that writes the old index. What changes meanwhile is caught up with before the swap, the
    last of it while the writer waits, so the new index is never behind the old. A rebuild that fails leaves the old
    index in use. Refuses with IndexBusy if another rebuild is under way.
    """
    with rebuild_lock(root):
        fresh = GenerationWriter(create_generation(root))
        try:
            read = _fill(fresh, *read_all())
            _catch_up(fresh, read_events, load_documents)
            with swap_lock(root):
                _catch_up(fresh, read_events, load_documents)
                fresh.close()
                former = _former(root)
                make_current(root, fresh.generation)
        except BaseException:
            remove_generations(root, keep=_former(root))
            raise
        # The former generation stays until the next rebuild: its writer may not have noticed yet.
        remove_generations(root, keep=former | {fresh.generation})
        return read


def _fill(fresh: GenerationWriter, cursor: int, documents: Iterable[Document]) -> int:
    read = 0
    for chunk in _chunks(documents):
        fresh.apply(Batch(upserts=chunk), cursor)
        read += len(chunk)
    fresh.apply(Batch(), cursor)
    return read


def _chunks(documents: Iterable[Document]) -> Iterator[tuple[Document, ...]]:
    remaining = iter(documents)
    while chunk := tuple(islice(remaining, CHUNK)):
        yield chunk


def _catch_up(fresh: GenerationWriter, read_events: ReadEvents, load_documents: LoadDocuments) -> None:
    while follow_once(read_events, load_documents, fresh):
        pass


def _former(root: Path) -> frozenset[Path]:
    try:
        return frozenset({current_generation(root)})
    except IndexMissing:
        return frozenset()
