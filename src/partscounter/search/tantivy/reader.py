"""Reading an index that another process writes: every view is of the newest commit of the current generation."""

import os
import threading
from dataclasses import dataclass
from pathlib import Path

from tantivy import Index

from partscounter.search.index import IndexMissing
from partscounter.search.tantivy.generations import CURRENT, current_generation
from partscounter.search.tantivy.view import TantivyView

ATTEMPTS = 5
"""A generation may be swapped and removed between reading its name and opening it."""

Stamp = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class _Opened:
    """The commit that was read last, and how the file that tells of it looked before it was read."""

    generation: Path
    stamp: Stamp
    index: Index
    view: TantivyView


class TantivyReader:
    """An IndexReader (see `search.index`) over the folder of a TantivyWriter; for any number of threads.

    Asking for a view costs one `stat` call, which looks through the link to the current generation: a commit, and a
    rebuilt index, are another file. Only then anything is read.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._newest = str(root / CURRENT / "meta.json")
        self._lock = threading.Lock()
        self._opened: _Opened | None = None

    def view(self) -> TantivyView:
        opened = self._opened
        if opened is not None and opened.stamp == _stamp(self._newest):
            return opened.view
        with self._lock:
            opened = self._opened
            if opened is None or opened.stamp != _stamp(self._newest):
                opened = self._open_newest(opened)
                self._opened = opened
            return opened.view

    def _open_newest(self, opened: _Opened | None) -> _Opened:
        for attempt in range(1, ATTEMPTS + 1):
            generation = current_generation(self._root)
            try:
                return _read(generation, opened)
            except (FileNotFoundError, ValueError):
                if attempt == ATTEMPTS:
                    raise
        raise IndexMissing("the search index could not be opened")


def _read(generation: Path, opened: _Opened | None) -> _Opened:
    # Not through the link: it may lead elsewhere by now, and then the next view is to notice.
    stamp = _stamp(str(generation / "meta.json"))
    if stamp is None:
        raise FileNotFoundError(generation)
    if opened is not None and opened.generation == generation:
        index = opened.index
    else:
        index = Index.open(str(generation))
        index.config_reader("manual")
    index.reload()
    return _Opened(generation, stamp, index, TantivyView(index.searcher(), index.schema))


def _stamp(path: str) -> Stamp | None:
    """How the file looks; None if it is not there."""
    try:
        status = os.stat(path)  # noqa: PTH116 - asked before every search, and several times as fast as with a Path
    except (FileNotFoundError, NotADirectoryError):
        return None
    return status.st_ino, status.st_mtime_ns, status.st_size
