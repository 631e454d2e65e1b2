"""Many rows are read a column at a time, and say what each says by itself."""

from pathlib import Path

from partscounter.domain.inventory.imports import FeedMapping
from partscounter.domain.inventory.imports.feed_file import read_records
from partscounter.domain.inventory.imports.read_batch import BatchReader, ReadBatch
from partscounter.kit.refusal import Violation
from partscounter.kit.sheets import Record
from tests.make.feeds import feed_of

HEADER = "store,vendor_inventory_id,part_type,brand_code,part_code,price,description,company\n"
RIGHT = (
    "1,A, Hood ,S,7654321,12.5,<b>as</b> new,Yard",
    "2,B,door,,,,,Yard",
    "1,C,Hood,,1R-1808,7,Plain  text,Other",
    "1,D,hd,K,,, ,Yard",
)
MAPPING = FeedMapping(
    columns={"store": "vendor_store"},
    values={"part_type": {"hd": "Hood", "door": "Door"}},
    constants={"vendor_id": "900001"},
)


def read(folder: Path, *rows: str) -> tuple[list[Record], BatchReader]:
    feed = feed_of(folder, HEADER + "".join(f"{row}\n" for row in rows), MAPPING)
    return list(read_records(feed, lambda _: None)), BatchReader(feed, 2028)


def rows_of(batch: ReadBatch) -> list[tuple[object, ...]]:
    """Each with what it says of its store."""
    rows = zip(batch.stores, batch.lines, batch.inventory_ids, batch.digests, batch.listed, batch.packed, strict=True)
    return [(batch.told[store], *row) for store, *row in rows]


def test_rows_read_together_say_what_each_says(tmp_path: Path) -> None:
    records, reader = read(tmp_path, *RIGHT)

    together, wrong = reader.read(records)

    assert wrong == []
    assert (together.lines, together.inventory_ids, together.stores) == ((2, 3, 4, 5), tuple("ABCD"), (0, 1, 2, 0))
    assert rows_of(together) == [row for record in records for row in rows_of(reader.read([record])[0])]


def test_what_is_wrong_in_one_row_leaves_the_others_as_they_are(tmp_path: Path) -> None:
    first, second, *others = RIGHT
    records, reader = read(tmp_path, first, "1,X,Hood,,,dear,,Yard", second, "1,Y,Hood", *others)
    right_ones = [record for record in records if record[0] not in (3, 5)]

    batch, wrong = reader.read(records)

    assert rows_of(batch) == rows_of(reader.read(right_ones)[0])
    assert [(record[0], violations) for record, violations in wrong] == [
        (3, (Violation("price", "'dear' is not an amount", "dear"),)),
        (5, (Violation("", "has 3 cells, the header has 8"),)),
    ]


def test_a_batch_of_nothing_right_is_empty(tmp_path: Path) -> None:
    records, reader = read(tmp_path, "1,X,,,,,,Yard")

    batch, wrong = reader.read(records)

    assert (rows_of(batch), len(wrong)) == ([], 1)
    assert reader.read([]) == (batch, [])
