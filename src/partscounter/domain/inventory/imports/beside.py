"""Reads the cells of a large file in a second process, while this one reads the file and keeps what was read.

Only what is right is read there; a row for which nothing comes back is read here again, so the verdict on it is made
in one place. If the other process dies, everything is read here from then on.
"""

import marshal
import os
import struct
import subprocess
import sys
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any, BinaryIO, NamedTuple

from partscounter.domain.inventory.imports.feed_file import Row
from partscounter.domain.inventory.imports.row_reader import NativeRow, RowReader, StoreTold
from partscounter.domain.inventory.intake import FedRow, digest_of
from partscounter.kit.garbage import seek_garbage_seldom

LARGE = 16_000_000
"""Bytes of a file from which on the second process saves more than its start takes."""

_AHEAD = 2
_LENGTH = struct.Struct("<Q")
_COMMAND = f"from {__name__} import answer; answer()"


class ReadRow(NamedTuple):
    """A row whose cells are right."""

    told: StoreTold
    fed: FedRow
    digest: str


Batch = tuple[Sequence[Row], Sequence[ReadRow | None]]
"""Rows of the file, and of each what it says, if that is known yet."""


@contextmanager
def reading_beside(latest_year: int, *, large: bool) -> Iterator["Beside | None"]:
    """A second process for as long as the context lasts; None for a small file, and where there is one CPU."""
    if not large or len(os.sched_getaffinity(0)) < 2:  # noqa: PLR2004 - one for each process
        yield None
        return
    beside = Beside(latest_year)
    try:
        yield beside
    finally:
        beside.close()


def read_ahead(batches: Iterable[Sequence[Row]], beside: "Beside | None") -> Iterator[Batch]:
    """Each batch with what `beside` has read of it; a few batches are under way at a time."""
    if beside is None:
        yield from ((batch, [None] * len(batch)) for batch in batches)
        return
    waiting: deque[tuple[Sequence[Row], Future[list[ReadRow | None]]]] = deque()
    for batch in batches:
        waiting.append((batch, beside.read(batch)))
        if len(waiting) > _AHEAD:
            done, found = waiting.popleft()
            yield done, found.result()
    for done, found in waiting:
        yield done, found.result()


class Beside:
    """The second process, seen from this one."""

    def __init__(self, latest_year: int) -> None:
        command = [sys.executable, "-c", _COMMAND, str(latest_year)]
        # In a group of its own: Ctrl-C is for this process, and the other one ends when its input does.
        self._process = subprocess.Popen(  # noqa: S603 - ourselves
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, process_group=0
        )
        self._to: Any = self._process.stdin
        self._from: Any = self._process.stdout
        self._thread = ThreadPoolExecutor(1, "beside")

    @property
    def pid(self) -> int:
        """Of the second process."""
        return self._process.pid

    def read(self, batch: Sequence[Row]) -> Future[list[ReadRow | None]]:
        """What each row says; None for one that is wrong, and for every row once the process has died."""
        return self._thread.submit(self._exchange, batch)

    def close(self) -> None:
        """End the process, which has nothing to finish."""
        self._thread.shutdown(cancel_futures=True)
        self._process.kill()
        self._process.communicate()

    def _exchange(self, batch: Sequence[Row]) -> list[ReadRow | None]:
        names = next((tuple(row.cells) for row in batch if not row.misfit), ())
        try:
            _put(self._to, (names, [None if row.misfit else tuple(row.cells.values()) for row in batch]))
            found = _get(self._from)
        except (OSError, EOFError):
            return [None] * len(batch)
        return [one and ReadRow(StoreTold._make(one[0]), FedRow._make(one[1]), one[2]) for one in found]


def answer() -> None:
    """The second process: what the rows that come in say, until no more come."""
    seek_garbage_seldom()
    reader = RowReader(int(sys.argv[1]))
    try:
        while True:
            names, rows = _get(sys.stdin.buffer)
            _put(sys.stdout.buffer, [cells and _read(reader, dict(zip(names, cells, strict=True))) for cells in rows])
    except (EOFError, BrokenPipeError):
        return


def _read(reader: RowReader, cells: dict[str, str]) -> tuple[object, ...] | None:
    read = reader.read(cells)
    return (tuple(read.told), tuple(read.fed), digest_of(read.fed)) if isinstance(read, NativeRow) else None


def _put(pipe: BinaryIO, value: Any) -> None:  # noqa: ANN401 - what marshal takes
    # marshal, since it is quickest by far; both ends are the same program.
    packed = marshal.dumps(value)
    pipe.write(_LENGTH.pack(len(packed)))
    pipe.write(packed)
    pipe.flush()


def _get(pipe: BinaryIO) -> Any:  # noqa: ANN401 - what the other end put
    head = pipe.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        raise EOFError
    (size,) = _LENGTH.unpack(head)
    packed = pipe.read(size)
    if len(packed) < size:
        raise EOFError
    return marshal.loads(packed)  # noqa: S302 - of the other end, which is the same program
