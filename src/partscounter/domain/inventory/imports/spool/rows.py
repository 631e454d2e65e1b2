"""Checked rows in a file without a name: written once, read once, in batches."""

import marshal
import struct
import tempfile
from collections.abc import Iterator, Sequence
from types import TracebackType
from typing import NamedTuple, Self

from partscounter.domain.inventory.intake import FedRow

_LENGTH = struct.Struct("<Q")


class SpooledRow(NamedTuple):
    """A row with the place of its store among those of the file."""

    place: int
    digest: str
    row: FedRow


class RowSpool:
    """Takes some 500 bytes a row in the folder for temporary files (TMPDIR).

    marshal, since it is quickest by far; the file is read by the process that wrote it, and by no other.
    """

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 - `__exit__` closes it

    def append(self, places: Sequence[int], digests: Sequence[str], packed: bytes) -> None:
        """Rows by their columns; `packed` are their FedRows as marshal writes a sequence of tuples."""
        # Its length first: marshal reads a file in pieces of a few bytes, which takes three times as long.
        batch = marshal.dumps((tuple(places), tuple(digests), packed))
        self._file.write(_LENGTH.pack(len(batch)))
        self._file.write(batch)

    def batches(self) -> Iterator[list[SpooledRow]]:
        """As they were appended."""
        self._file.seek(0)
        while length := self._file.read(_LENGTH.size):
            columns = marshal.loads(self._file.read(*_LENGTH.unpack(length)))  # noqa: S302 - written above
            places, digests, packed = columns
            rows = map(FedRow._make, marshal.loads(packed))  # noqa: S302 - by the same program
            yield list(map(SpooledRow, places, digests, rows))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()
