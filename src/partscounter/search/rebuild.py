"""Filling a new index beside the one in use, and swapping it in: no search fails or answers wrongly meanwhile."""

from collections.abc import Callable, Iterable
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
from partscounter.search.tantivy.writer import FILL_HEAP_BYTES, GenerationWriter

ReadAll = Callable[[], tuple[int, Iterable[Document]]]
"""The position of the change log, read first, and then every document there is, each once. What changes in between may
or may not show in the documents, because it will be followed. Best as AllDocuments, which tell about how many."""


def rebuild(root: Path, read_all: ReadAll, read_events: ReadEvents, load_documents: LoadDocuments) -> int:
    """Build the index of `root` anew and put it in place of the old one; how many documents were read.

    Runs beside the process that writes the old index. What changes meanwhile is caught up with before the swap, the
    last of it while the writer waits, so the new index is never behind the old. A rebuild that fails leaves the old
    index in use. Refuses with IndexBusy if another rebuild is under way.
    """
    with rebuild_lock(root):
        generation = create_generation(root)
        try:
            cursor, documents = read_all()
            filling = GenerationWriter(generation, FILL_HEAP_BYTES)
            read = filling.fill(documents)
            # Its segments become one now, and not while the writer waits.
            filling.close()
            fresh = GenerationWriter(generation)
            fresh.apply(Batch(), cursor)
            _catch_up(fresh, read_events, load_documents)
            with swap_lock(root):
                _catch_up(fresh, read_events, load_documents)
                fresh.close()
                former = _former(root)
                make_current(root, generation)
        except BaseException:
            remove_generations(root, keep=_former(root))
            raise
        # The former generation stays until the next rebuild: its writer may not have noticed yet.
        remove_generations(root, keep=former | {generation})
        return read


def _catch_up(fresh: GenerationWriter, read_events: ReadEvents, load_documents: LoadDocuments) -> None:
    while follow_once(read_events, load_documents, fresh):
        pass


def _former(root: Path) -> frozenset[Path]:
    try:
        return frozenset({current_generation(root)})
    except IndexMissing:
        return frozenset()
