"""A large file is read by two processes: the verdict, and what is kept, are those of one."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from partscounter.domain.inventory.imports import FeedRefused
from partscounter.domain.inventory.imports.beside import Beside, read_batches, reading_beside
from partscounter.domain.inventory.imports.check import check_feed
from partscounter.domain.inventory.imports.feed_file import Feed, Row, read_records
from partscounter.domain.inventory.imports.read_batch import BATCH, BatchReader
from partscounter.domain.inventory.imports.spool import SpooledRow
from partscounter.domain.inventory.imports.store_facts import StoreFacts
from partscounter.kit.refusal import Violation
from tests.make.feeds import feed_of

HEADER = "vendor_id,vendor_store,vendor_inventory_id,part_type,price,description,images,company\n"
ROWS = 4_500
"""More than are under way at a time."""
ALONE, TOGETHER = 10**9, 0

Kept = tuple[int, int, int, tuple[StoreFacts, ...], list[list[SpooledRow]]]
Rejected = list[tuple[int, list[Violation]]]


def feed(folder: Path, *others: str) -> Feed:
    rows = [
        f'{at % 3},{at % 5},{at:05},Hood {at % 7},{at}.5,"<b>Bent</b> &amp; ""old"" {at}",http://i.example/{at}.jpg,Yard\n'
        for at in range(ROWS)
    ]
    return feed_of(folder, HEADER + "".join(rows) + "".join(others))


def checked(file: Feed, large: int) -> Kept:
    with check_feed(file, 2028, lambda _: None, lambda *_: None, large=large) as found:
        batches = list(found.rows.batches())
        return found.listings, found.listed, found.repeats, found.stores, batches


def refused(file: Feed, large: int) -> tuple[str, Rejected]:
    rejected: Rejected = []

    def reject(row: Row, violations: Sequence[Violation]) -> None:
        rejected.append((row.line, list(violations)))

    with (
        pytest.raises(FeedRefused) as refusal,
        check_feed(file, 2028, lambda _: None, reject, {"0", "1", "2"}, large=large),
    ):
        pass
    return f"{refusal.value} {refusal.value.violations}", rejected


def test_what_two_processes_read_is_what_one_reads(tmp_path: Path) -> None:
    file = feed(tmp_path, "7,7,é\u20131,Köln,,\u00a0x,,\n")

    together = checked(file, TOGETHER)

    assert together == checked(file, ALONE)
    assert (together[0], len(together[4])) == (ROWS + 1, 5)


def test_wrong_rows_are_named_as_by_one(tmp_path: Path) -> None:
    wrong = ("0,1,x,Hood,dear,,,\n", "0,1\n", "9,1,x,Hood,1,,,\n", "0,0,00000,Hood,1,,,\n", '1,1,"\x07",,1,,ftp://x,\n')
    file = feed(tmp_path, *wrong)

    together = refused(file, TOGETHER)

    assert together == refused(file, ALONE)
    assert [line for line, _ in together[1]] == [ROWS + 2, ROWS + 3, ROWS + 4, ROWS + 5, ROWS + 6]


@pytest.mark.parametrize("large", [ALONE, TOGETHER])
def test_wrong_rows_before_the_place_where_a_file_breaks_off_are_named(tmp_path: Path, large: int) -> None:
    file = feed(tmp_path, "0,1,x,Hood,dear,,,\n", '0,1,y,"Hood')

    sentence, rejected = refused(file, large)

    assert sentence == f"feed.csv is not CSV in the row that begins on line {ROWS + 3}: unexpected end of data ()"
    assert rejected == [(ROWS + 2, [Violation("price", "'dear' is not an amount", "dear")])]


def test_a_small_file_and_a_workbook_are_read_by_one(tmp_path: Path) -> None:
    with reading_beside(feed(tmp_path), 2028, large=False) as beside:
        assert beside is None


def test_when_the_second_process_dies_its_batches_are_left_to_the_first(tmp_path: Path) -> None:
    file = feed(tmp_path)
    beside = Beside(file, 2028)
    read = beside.read(1).result()
    assert read is not None
    assert (read.lines, read.inventory_ids[0]) == (tuple(range(BATCH + 2, 2 * BATCH + 2)), f"{BATCH:05}")

    os.kill(beside.pid, signal.SIGKILL)

    assert [beside.read(2).result(), beside.read(3).result(), beside.is_free] == [None, None, False]
    reader = BatchReader(file, 2028)
    batches = [batch for batch, _ in read_batches(read_records(file, lambda _: None), reader, beside)]
    assert [len(batch) for batch in batches] == [1000, 1000, 1000, 1000, 500]
    beside.close()


@pytest.mark.parametrize("large", [ALONE, TOGETHER])
def test_a_file_that_is_written_to_while_it_is_read_is_refused(tmp_path: Path, large: int) -> None:
    file = feed(tmp_path)
    written = False

    def write(_bytes_read: int) -> None:
        nonlocal written
        if not written:
            written = True
            with file.file.path.open("a") as end:
                end.write("0,9,last,Hood,1,,,\n")

    with (
        pytest.raises(FeedRefused, match=r"^feed\.csv was written to while it was read, so nothing of it was taken$"),
        check_feed(file, 2028, write, lambda *_: None, large=large),
    ):
        pass
    assert written


def test_the_second_process_ends_when_the_first_is_killed(tmp_path: Path) -> None:
    program = (
        "from partscounter.domain.inventory.imports.beside import Beside; import sys;"
        "from partscounter.domain.inventory.imports import open_feed; from pathlib import Path;"
        f"beside = Beside(open_feed(Path({str(feed(tmp_path).file.path)!r})), 2028);"
        "print(beside.pid, flush=True); sys.stdin.read()"
    )
    first = subprocess.Popen([sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    with first:
        assert first.stdout is not None
        second = int(first.stdout.readline())
        first.kill()

    deadline = time.monotonic() + 30
    while Path(f"/proc/{second}/stat").exists() and "Z" not in Path(f"/proc/{second}/stat").read_text().split()[2]:
        assert time.monotonic() < deadline
        time.sleep(0.02)
