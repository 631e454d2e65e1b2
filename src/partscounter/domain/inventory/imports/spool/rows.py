"""Checked rows in a file without a name: written once, read once, in batches."""

import marshal
import tempfile
from collections.abc import Iterator, Sequence
from types import TracebackType
from typing import NamedTuple, Self

from partscounter.domain.inventory.intake import FedRow


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

    def append(self, rows: Sequence[SpooledRow]) -> None:
        marshal.dump([(place, digest, tuple(row)) for place, digest, row in rows], self._file)

    def batches(self) -> Iterator[list[SpooledRow]]:
        """As they were appended."""
        self._file.seek(0)
        while True:
            try:
                batch = marshal.load(self._file)  # noqa: S302 - written above
            except EOFError:
                return
            yield [SpooledRow(place, digest, FedRow._make(row)) for place, digest, row in batch]

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()
