"""A second process that reads a share of a large file, each of the two at its own pace.

Both read through the file. This one says which batches the other is to make rows of, and does those itself for which
the other has no time. Only what is right is taken from there: a batch with anything wrong in it is read here again, so
the verdict on it is made in one place. If the other process dies, everything is read here from then on.
"""

import os
import pickle
import struct
import subprocess
import sys
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

from partscounter.domain.inventory.imports.errors import FeedRefused
from partscounter.domain.inventory.imports.feed_file import Feed, read_records
from partscounter.domain.inventory.imports.read_batch import BatchReader, ReadBatch, Wrong, batches_of
from partscounter.domain.inventory.imports.row_reader import StoreTold
from partscounter.kit.frames import get_frame, put_frame
from partscounter.kit.garbage import seek_garbage_seldom
from partscounter.kit.sheets import Record

LARGE = 16_000_000
"""Bytes of a file from which on the second process saves more than its start takes."""

_UNDER_WAY = 3
"""Batches that the other process has before it: enough that it never waits for the next."""
_WAITING = 8
"""Batches that wait for an earlier one, at most."""
_NUMBER = struct.Struct("<Q")
_COMMAND = f"from {__name__} import answer; answer()"

Reading = tuple[ReadBatch, Sequence[Wrong]]


@contextmanager
def reading_beside(feed: Feed, latest_year: int, *, large: bool) -> Iterator["Beside | None"]:
    """A second process for as long as the context lasts; None for a small file, and where there is one CPU."""
    if not large or len(os.sched_getaffinity(0)) < 2:  # noqa: PLR2004 - one for each process
        yield None
        return
    beside = Beside(feed, latest_year)
    try:
        yield beside
    finally:
        beside.close()


def read_batches(
    records: Iterator[Record], reader: BatchReader, beside: "Beside | None"
) -> Iterator[tuple[list[Record], Reading]]:
    """Every batch with what it says, in the order of the file; those before a refusal come before it, too."""
    waiting: deque[tuple[list[Record], Reading | Future[ReadBatch | None]]] = deque()
    try:
        for number, batch in enumerate(batches_of(records)):
            if beside is not None and beside.is_free:
                waiting.append((batch, beside.read(number)))
            else:
                waiting.append((batch, reader.read(batch)))
            while waiting and (len(waiting) > _WAITING or _is_there(waiting[0][1])):
                yield _settled(*waiting.popleft(), reader)
    except FeedRefused:
        for batch, found in waiting:
            yield _settled(batch, found, reader)
        raise
    for batch, found in waiting:
        yield _settled(batch, found, reader)


def _is_there(found: Reading | Future[ReadBatch | None]) -> bool:
    return not isinstance(found, Future) or found.done()


def _settled(
    batch: list[Record], found: Reading | Future[ReadBatch | None], reader: BatchReader
) -> tuple[list[Record], Reading]:
    if not isinstance(found, Future):
        return batch, found
    read = found.result()
    return batch, reader.read(batch) if read is None else (read, ())


class Beside:
    """The second process, seen from this one."""

    def __init__(self, feed: Feed, latest_year: int) -> None:
        # In a group of its own: Ctrl-C is for this process, and the other one ends when its input does.
        self._process = subprocess.Popen(  # noqa: S603 - ourselves
            [sys.executable, "-c", _COMMAND], stdin=subprocess.PIPE, stdout=subprocess.PIPE, process_group=0
        )
        self._to: Any = self._process.stdin
        self._from: Any = self._process.stdout
        self._under_way: deque[Future[ReadBatch | None]] = deque()
        self._gone = False
        self._thread = ThreadPoolExecutor(1, "beside")
        self._send(pickle.dumps((feed, latest_year)))

    @property
    def pid(self) -> int:
        """Of the second process."""
        return self._process.pid

    @property
    def is_free(self) -> bool:
        """Whether it should be given one more batch; never again once it has died."""
        while self._under_way and self._under_way[0].done():
            self._under_way.popleft()
        return not self._gone and len(self._under_way) < _UNDER_WAY

    def read(self, number: int) -> Future[ReadBatch | None]:
        """What the batch says, of which `number` went before it in the file; later ones may be asked for after it.

        None if anything in it is wrong, and once the process has died.
        """
        self._send(_NUMBER.pack(number))
        read = self._thread.submit(self._receive)
        self._under_way.append(read)
        return read

    def close(self) -> None:
        """End the process, which has nothing to finish."""
        self._process.kill()
        self._thread.shutdown(cancel_futures=True)
        self._process.communicate()

    def _send(self, message: bytes) -> None:
        try:
            self._to.write(message)
            self._to.flush()
        except OSError:
            self._gone = True

    def _receive(self) -> ReadBatch | None:
        try:
            found = get_frame(self._from)
        except (OSError, EOFError):
            self._gone = True
            return None
        return found and ReadBatch(tuple(map(StoreTold._make, found[0])), *found[1:])


def answer() -> None:
    """The second process: what the batches say that it is asked for, until no more are."""
    seek_garbage_seldom()
    feed, latest_year = pickle.load(sys.stdin.buffer)  # noqa: S301 - of the other end, which is the same program
    reader = BatchReader(feed, latest_year)
    batches = enumerate(batches_of(read_records(feed, lambda _: None)))
    try:
        while asked := sys.stdin.buffer.read(_NUMBER.size):
            (wanted,) = _NUMBER.unpack(asked)
            put_frame(sys.stdout.buffer, _read(reader, batches, wanted))
    except BrokenPipeError:
        return


def _read(reader: BatchReader, batches: Iterable[tuple[int, list[Record]]], wanted: int) -> tuple[object, ...] | None:
    try:
        batch = next((batch for number, batch in batches if number == wanted), None)
    except FeedRefused:  # the other process comes across it too
        return None
    if batch is None:
        return None
    read, wrong = reader.read(batch)
    return None if wrong else (tuple(map(tuple, read.told)), *read[1:])
