"""Checked rows on their way into the stock, those of a large file store by store.

Every index of the items leads with the store. Rows that enter in the order of a file that mixes its stores touch pages
all over those indexes, each of which is then written for a row or two.
"""

import heapq
import marshal
import os
import struct
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from operator import itemgetter
from types import TracebackType
from typing import NamedTuple, Self

from partscounter.domain.inventory.intake import FedRow

SORTED_AT_ONCE = 20_000
"""Rows that are put in order in memory, some 20 MB. A file with no more of them keeps its own order."""

_READ_AT_ONCE = 100
"""Rows of each run that are in memory while the runs are merged."""
_BATCH = 1000
_LENGTH = struct.Struct("<Q")

_Kept = tuple[int, str, bytes]
"""The fields of a SpooledRow, the last of them packed."""
_PLACE = itemgetter(0)


class SpooledRow(NamedTuple):
    """A row with the place of its store among those of the file."""

    place: int
    digest: str
    row: FedRow


class RowSpool:
    """Takes some 500 bytes a row of a large file in the folder for temporary files (TMPDIR).

    marshal, since it is quickest by far; the file is read by the process that wrote it, and by no other.
    """

    def __init__(self, sorted_at_once: int = SORTED_AT_ONCE) -> None:
        self._sorted_at_once = sorted_at_once
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 - `__exit__` closes it
        self._runs: list[tuple[int, int]] = []
        self._waiting: list[_Kept] = []

    def append(self, places: Sequence[int], digests: Sequence[str], packed: Sequence[bytes]) -> None:
        """Rows by their columns; `packed` are their FedRows, each as marshal writes a tuple."""
        self._waiting += zip(places, digests, packed, strict=True)
        if len(self._waiting) > self._sorted_at_once:
            self._write_run()

    def batches(self) -> Iterator[list[SpooledRow]]:
        """All of them; if they are many, by the place of their store, and those of one store as they were appended."""
        for batch in _parts(self._in_order(), _BATCH):
            yield [
                SpooledRow(place, digest, FedRow._make(marshal.loads(packed)))  # noqa: S302 - by the same program
                for place, digest, packed in batch
            ]

    def _in_order(self) -> Iterator[_Kept]:
        if not self._runs:
            return iter(self._waiting)
        if self._waiting:
            self._write_run()
        return heapq.merge(*(self._run(start, end) for start, end in self._runs), key=_PLACE)

    def _write_run(self) -> None:
        start = self._file.tell()
        self._waiting.sort(key=_PLACE)
        for part in _parts(self._waiting, _READ_AT_ONCE):
            packed = marshal.dumps(part)
            self._file.write(_LENGTH.pack(len(packed)))
            self._file.write(packed)
        self._file.flush()
        self._runs.append((start, self._file.tell()))
        self._waiting.clear()

    def _run(self, at: int, end: int) -> Iterator[_Kept]:
        file = self._file.fileno()
        while at < end:
            (length,) = _LENGTH.unpack(os.pread(file, _LENGTH.size, at))
            at += _LENGTH.size
            yield from marshal.loads(os.pread(file, length, at))  # noqa: S302 - written above
            at += length

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()


def _parts(rows: Iterable[_Kept], size: int) -> Iterator[list[_Kept]]:
    source = iter(rows)
    while part := list(islice(source, size)):
        yield part
