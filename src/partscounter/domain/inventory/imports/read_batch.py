"""Reads the records of a feed a batch at a time, in either of the two processes that share a large file.

What is right in a batch is kept column by column, and each row packed, so that the process that has not read them can
look for repeats and pass them on without making them into rows again.
"""

import marshal
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from partscounter.domain.inventory.imports.feed_file import Feed, Row, row_maker
from partscounter.domain.inventory.imports.row_reader import NativeRow, RowReader, StoreTold
from partscounter.domain.inventory.imports.spool import Identity
from partscounter.domain.inventory.intake import digest_of
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
        self.as_row = row_maker(feed)
        self._reader = RowReader(latest_year)

    def read(self, records: Sequence[Record]) -> tuple[ReadBatch, list[Wrong]]:
        """The rows that are right, and the others."""
        wrong: list[Wrong] = []
        told: dict[StoreTold, int] = {}
        right = []
        for record in records:
            read = self._read(self.as_row(record))
            if isinstance(read, NativeRow):
                fed = read.fed
                store = told.setdefault(read.told, len(told))
                packed = marshal.dumps(tuple(fed))
                right.append((store, record[0], fed.inventory_id, digest_of(fed), fed.listed, packed))
            else:
                wrong.append((record, read))
        return ReadBatch(tuple(told), *(zip(*right, strict=True) if right else ((),) * 6)), wrong

    def _read(self, row: Row) -> NativeRow | tuple[Violation, ...]:
        return (Violation("", row.misfit),) if row.misfit else self._reader.read(row.cells)


def batches_of(records: Iterator[Record]) -> Iterator[list[Record]]:
    """The records, BATCH at a time."""
    while batch := list(islice(records, BATCH)):
        yield batch
