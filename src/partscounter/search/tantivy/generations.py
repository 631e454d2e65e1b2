"""Where the index lies: a root folder with one folder per generation, and the link CURRENT to the one in use.

A rebuild fills the next generation while the current one is read and written, then renames a new CURRENT into place.
Three files are only there to be locked: `writer.lock` (the one writing process), `swap.lock` (a commit and a swap wait
for each other) and `rebuild.lock` (one rebuild at a time). Locks end with the process that holds them.
"""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tantivy import Index

from partscounter.search.index import IndexBusy, IndexMissing
from partscounter.search.tantivy.schema import VERSION, build_schema

CURRENT = "CURRENT"
_PREFIX = f"v{VERSION}-"


def current_generation(root: Path) -> Path:
    """The generation in use. Refuses with IndexMissing where there is none, or only one of another version."""
    if not names_a_generation(root):
        raise IndexMissing("the search index has not been built yet")
    link = root / CURRENT
    name = link.readlink().name if link.is_symlink() else "no link, as the first versions and some copies have it"
    if not name.startswith(_PREFIX):
        raise IndexMissing("the search index is of another version and has to be rebuilt")
    return root / name


def names_a_generation(root: Path) -> bool:
    """Whether some generation was ever in use, of whichever version; it need not be there any more."""
    return os.path.lexists(root / CURRENT)


def has_index(root: Path) -> bool:
    """Whether there is an index that can be read; if not, none was built yet, or only one of another version."""
    try:
        return current_generation(root).is_dir()
    except IndexMissing:
        return False


def create_generation(root: Path) -> Path:
    """An empty generation that nobody reads yet."""
    root.mkdir(parents=True, exist_ok=True)
    numbers = [int(path.name.rsplit("-", 1)[-1]) for path in root.glob("v*-*") if path.is_dir()]
    path = root / f"{_PREFIX}{max(numbers, default=0) + 1:06d}"
    path.mkdir()
    Index(build_schema(), path=str(path))
    return path


def make_current(root: Path, generation: Path) -> None:
    """From the next view on, readers read `generation`."""
    fresh = root / f"{CURRENT}.new"
    fresh.unlink(missing_ok=True)
    if (root / CURRENT).is_dir() and not (root / CURRENT).is_symlink():
        shutil.rmtree(root / CURRENT)  # what a copy of the folder makes of the link if it follows links
    fresh.symlink_to(generation.name)
    fresh.replace(root / CURRENT)
    folder = os.open(root, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def remove_generations(root: Path, keep: frozenset[Path]) -> None:
    """Delete every generation but those; a reader that still has one open keeps its files until it lets go."""
    for path in root.glob("v*-*"):
        if path.is_dir() and path not in keep:
            shutil.rmtree(path, ignore_errors=True)


@contextmanager
def swap_lock(root: Path) -> Iterator[None]:
    """Held while a batch is committed and while generations are swapped; waits for its turn."""
    with _locked(root / "swap.lock", wait=True):
        yield


@contextmanager
def rebuild_lock(root: Path) -> Iterator[None]:
    """Held through a rebuild. Refuses with IndexBusy if another is under way."""
    with _locked(root / "rebuild.lock", wait=False):
        yield


@contextmanager
def writer_lock(root: Path) -> Iterator[None]:
    """Held by the one writing process. Refuses with IndexBusy if there is another."""
    with _locked(root / "writer.lock", wait=False):
        yield


@contextmanager
def _locked(path: Path, *, wait: bool) -> Iterator[None]:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            raise IndexBusy(f"another process holds {path.name} of the search index") from None
        yield
