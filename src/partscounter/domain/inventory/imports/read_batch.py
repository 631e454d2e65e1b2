"""Reads the records of a feed a batch at a time, in either of the two processes that share a large file.

What is right in a batch is kept column by column, and each row packed, so that the process that has not read them can
look for repeats and pass them on without making them into rows again.
"""

import marshal
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from partscounter.domain.inventory.imports.errors import FeedRefused
from partscounter.domain.inventory.imports.feed_file import Feed, Row, RowMaker
from partscounter.domain.inventory.imports.row_reader import NativeRow, RowReader, StoreTold
from partscounter.domain.inventory.imports.spool import Identity
from partscounter.domain.inventory.intake import FedRow, digest_of
from partscounter.kit.refusal import Violation
from partscounter.kit.sheets import Record

BATCH = 1000

Wrong = tuple[Record, tuple[Violation, ...]]
"""A record and what is wrong with it."""


class ReadBatch(NamedTuple):
    """Rows whose cells are right; `stores` to `listed` have one entry for each."""

    told: tuple[StoreTold, ...]
    """What they say about their stores, each said once."""
    stores: tuple[int, ...]
    """The place in `told`."""
    lines: tuple[int, ...]
    inventory_ids: tuple[str, ...]
    digests: tuple[str, ...]
    listed: tuple[bool, ...]
    packed: tuple[bytes, ...]
    """The fields of the FedRow, by marshal: it is quickest by far, and read by the program that wrote it."""

    def identities(self, places: Sequence[int]) -> list[Identity]:
        """Which items the rows name; `places` are those of `told` among the stores of the file."""
        told = self.told
        return [
            Identity(places[store], inventory_id, line, hash((digest, told[store])))
            for store, inventory_id, line, digest in zip(
                self.stores, self.inventory_ids, self.lines, self.digests, strict=True
            )
        ]

    def told_times(self) -> dict[StoreTold, int]:
        """How many rows say it."""
        return {self.told[store]: times for store, times in Counter(self.stores).items()}

    def part(self, places: Sequence[int]) -> "ReadBatch":
        """The rows at these places."""
        return ReadBatch(
            self.told,
            tuple([self.stores[at] for at in places]),
            tuple([self.lines[at] for at in places]),
            tuple([self.inventory_ids[at] for at in places]),
            tuple([self.digests[at] for at in places]),
            tuple([self.listed[at] for at in places]),
            tuple([self.packed[at] for at in places]),
        )


class BatchReader:
    """Reads the batches of one feed. Model years after `latest_year` are wrong."""

    def __init__(self, feed: Feed, latest_year: int) -> None:
        self._maker = RowMaker(feed)
        self._reader = RowReader(latest_year)

    def as_row(self, record: Record) -> Row:
        """A record under native names."""
        return self._maker.row(record)

    def read(self, records: Sequence[Record]) -> tuple[ReadBatch, list[Wrong]]:
        """The rows that are right, and the others."""
        columns = self._maker.columns(records)
        try:
            whole = None if columns is None else self._reader.read_columns(columns)
        except ValueError:  # what is wrong is found out row by row
            whole = None
        if whole is not None:
            return _batch([line for line, _ in records], *whole), []
        read = [(record, self._read(self.as_row(record))) for record in records]
        right = [(record[0], *row) for record, row in read if isinstance(row, NativeRow)]
        wrong = [(record, row) for record, row in read if not isinstance(row, NativeRow)]
        return _batch(*zip(*right, strict=True)) if right else _NOTHING, wrong

    def _read(self, row: Row) -> NativeRow | tuple[Violation, ...]:
        return (Violation("", row.misfit),) if row.misfit else self._reader.read(row.cells)


_NOTHING = ReadBatch(*((),) * 7)


def _batch(lines: Sequence[int], told: Sequence[StoreTold], fed: Sequence[FedRow]) -> ReadBatch:
    stores: dict[StoreTold, int] = {}
    return ReadBatch(
        stores=tuple([stores.setdefault(each, len(stores)) for each in told]),
        told=tuple(stores),
        lines=tuple(lines),
        inventory_ids=tuple([row.inventory_id for row in fed]),
        digests=tuple(map(digest_of, fed)),
        listed=tuple([row.listed for row in fed]),
        packed=tuple(map(marshal.dumps, map(tuple, fed))),
    )


def batches_of(records: Iterator[Record]) -> Iterator[list[Record]]:
    """The records, BATCH at a time. Where the file cannot be read on, those before come before the refusal."""
    batch: list[Record] = []
    try:
        for record in records:
            batch.append(record)
            if len(batch) == BATCH:
                yield batch
                batch = []
    except FeedRefused:
        if batch:
            yield batch
        raise
    if batch:
        yield batch
