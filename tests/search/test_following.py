"""An index that follows a change log, is rebuilt beside it, and is read by other threads and processes meanwhile."""

import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import pytest

from partscounter.search import (
    Batch,
    Document,
    Filter,
    IndexBusy,
    IndexMissing,
    SortKey,
    TantivyReader,
    TantivyWriter,
    follow_all,
    follow_once,
    has_index,
    rebuild,
)
from partscounter.search.index import entries_of
from tests.make.change_log import Log, uids
from tests.make.search import a_document

WRITE_ONE = """
import sys, time
from pathlib import Path
from partscounter.search import Batch, TantivyWriter
from tests.make.search import a_document

with TantivyWriter(Path(sys.argv[1])) as writer:
    for cursor in range(2, 7):
        sys.stdin.readline()
        writer.apply(Batch((a_document(cursor),), (cursor - 1,)), cursor)
        print(time.monotonic(), flush=True)
"""


def test_follows_what_is_put_changed_and_sold(tmp_path: Path) -> None:
    log = Log()
    for uid in (1, 2, 3, 4):
        log.put(a_document(uid))
    log.sell(2)
    log.put(a_document(3, price_cents=1))
    with TantivyWriter(tmp_path) as writer:
        steps = [follow_once(log.read_events, log.load, writer) for _ in range(3)]

        assert steps == [3, 3, 0]
        assert writer.watermark() == 6
    assert uids(TantivyReader(tmp_path)) == [3, 1, 4]
    assert TantivyReader(tmp_path).view().watermark() == 6


def test_follows_to_the_end_of_the_log_in_one_call(tmp_path: Path) -> None:
    log = Log()
    for uid in range(1, 11):
        log.put(a_document(uid))
    log.sell(2)
    log.put(a_document(10, price_cents=1))
    with TantivyWriter(tmp_path) as writer:
        assert follow_all(log.read_events, log.load, writer, lambda: False) == 11
        assert follow_all(log.read_events, log.load, writer, lambda: False) == 0

        assert writer.watermark() == 12
    assert uids(TantivyReader(tmp_path)) == [10, 1, 3, 4, 5, 6, 7, 8, 9]


def test_stops_between_two_batches(tmp_path: Path) -> None:
    log = Log()
    for uid in range(1, 11):
        log.put(a_document(uid))
    asked = iter((False, False, True))
    with TantivyWriter(tmp_path) as writer:
        assert follow_all(log.read_events, log.load, writer, lambda: next(asked)) == 6

        assert writer.watermark() == 6


def test_a_failure_while_reading_ahead_loses_nothing_that_was_applied(tmp_path: Path) -> None:
    log = Log()
    for uid in range(1, 7):
        log.put(a_document(uid))

    def load(asked: Sequence[int]) -> Mapping[int, Document]:
        if 4 in asked:
            raise ConnectionError("the database is away")
        return log.load(asked)

    with TantivyWriter(tmp_path) as writer:
        with pytest.raises(ConnectionError):
            follow_all(log.read_events, load, writer, lambda: False)
        assert writer.watermark() == 3

        assert follow_all(log.read_events, log.load, writer, lambda: False) == 3
    assert uids(TantivyReader(tmp_path)) == [1, 2, 3, 4, 5, 6]


def test_what_another_writer_has_applied_meanwhile_is_left_to_the_next_call(tmp_path: Path) -> None:
    log = Log()
    for uid in range(1, 10):
        log.put(a_document(uid))
    with TantivyWriter(tmp_path) as writer:

        def read_events(after: int) -> tuple[int, Sequence[int]]:
            if after == 3:
                writer.apply(Batch(tuple(log.items.values())), 9)
            return log.read_events(after)

        follow_all(read_events, log.load, writer, lambda: False)

        assert writer.watermark() == 9
        assert follow_all(log.read_events, log.load, writer, lambda: False) == 0
    assert uids(TantivyReader(tmp_path)) == [1, 2, 3, 4, 5, 6, 7, 8, 9]


def test_changes_that_name_no_item_move_the_watermark(tmp_path: Path) -> None:
    with TantivyWriter(tmp_path) as writer:
        assert follow_once(lambda _: (4, []), lambda _: {}, writer) == 1
        assert follow_once(lambda after: (after, []), lambda _: {}, writer) == 0

        assert writer.watermark() == 4


def test_a_stale_batch_changes_nothing(tmp_path: Path) -> None:
    with TantivyWriter(tmp_path) as writer:
        assert writer.apply(Batch((a_document(1),)), 5, after=0)
        assert writer.apply(Batch((a_document(1),)), 4, after=5)

        assert not writer.apply(Batch(deletions=(1,)), 6, after=5)

        assert writer.watermark() == 4
    assert uids(TantivyReader(tmp_path)) == [1]


def test_the_cursor_outlives_the_writer(tmp_path: Path) -> None:
    with TantivyWriter(tmp_path) as writer:
        writer.apply(Batch((a_document(1),)), 17)

    with TantivyWriter(tmp_path) as writer:
        assert writer.watermark() == 17


def test_a_document_that_does_not_fit_leaves_the_index_as_it_was(tmp_path: Path) -> None:
    with TantivyWriter(tmp_path) as writer:
        writer.apply(Batch((a_document(1),)), 1)

        with pytest.raises(ValueError, match="could not be parsed"):
            writer.apply(Batch((a_document(2), a_document(1, year=-4)), (1,)), 2)

        assert writer.watermark() == 1
        assert uids(TantivyReader(tmp_path)) == [1]
        assert writer.apply(Batch((a_document(3),)), 2)
    assert uids(TantivyReader(tmp_path)) == [1, 3]


def test_an_item_that_the_index_has_is_never_there_twice_whatever_order_ids_come_in(tmp_path: Path) -> None:
    with TantivyWriter(tmp_path) as writer:
        for cursor, uid in enumerate((9, 7, 9, 12, 7), start=1):
            writer.apply(Batch((a_document(uid, price_cents=cursor),)), cursor)
            writer.apply(Batch((a_document(uid, price_cents=cursor),)), cursor)
    assert uids(TantivyReader(tmp_path)) == [9, 12, 7]

    with TantivyWriter(tmp_path) as writer:  # one that has to find out what the index has
        writer.apply(Batch((a_document(12, price_cents=1), a_document(13, price_cents=2)), (9,)), 6)
        writer.apply(Batch(deletions=(13,)), 7)
    assert uids(TantivyReader(tmp_path)) == [12, 7]
    assert TantivyReader(tmp_path).view().watermark() == 7


def test_a_batch_that_failed_may_come_again(tmp_path: Path) -> None:
    with TantivyWriter(tmp_path) as writer:
        for _ in range(2):
            with pytest.raises(ValueError, match="year"):
                writer.apply(Batch((a_document(5), a_document(6, year=-4))), 1)
        writer.apply(Batch((a_document(5), a_document(6))), 1)
        writer.apply(Batch((a_document(5),), (6,)), 2)
    assert uids(TantivyReader(tmp_path)) == [5]


def test_a_second_writer_is_refused(tmp_path: Path) -> None:
    with TantivyWriter(tmp_path), pytest.raises(IndexBusy):
        TantivyWriter(tmp_path)

    TantivyWriter(tmp_path).close()


def test_another_process_sees_a_commit_within_a_second(tmp_path: Path) -> None:
    with TantivyWriter(tmp_path) as writer:
        writer.apply(Batch((a_document(1),)), 1)
    reader = TantivyReader(tmp_path)
    assert uids(reader) == [1]
    command = [sys.executable, "-c", WRITE_ONE, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for cursor in range(2, 7):
            process.stdin.write("\n")
            process.stdin.flush()
            deadline = time.monotonic() + 30
            while reader.view().watermark() < cursor and time.monotonic() < deadline:
                pass
            seen = time.monotonic()

            assert seen - float(process.stdout.readline()) < 1
            assert uids(reader) == [cursor]


def test_a_rebuild_catches_up_with_what_changes_while_it_reads(tmp_path: Path) -> None:
    log = Log()
    for uid in range(1, 11):
        log.put(a_document(uid))
    with TantivyWriter(tmp_path) as writer:
        while follow_once(log.read_events, log.load, writer):
            pass
        reader = TantivyReader(tmp_path)
        before = reader.view()

        def read_all() -> tuple[int, Iterable[Document]]:
            cursor, documents = log.read_all()
            log.sell(1)
            log.put(a_document(11))
            follow_once(log.read_events, log.load, writer)
            assert uids(reader) == [*range(2, 12)]
            return cursor, documents

        assert rebuild(tmp_path, read_all, log.read_events, log.load) == 10

        assert uids(reader) == [*range(2, 12)]
        assert entries_of(before, [1, 11]).keys() == {1}
        log.sell(2)
        assert follow_once(log.read_events, log.load, writer) == 1
        assert uids(reader) == [*range(3, 12)]
        assert writer.watermark() == 13


def test_a_rebuild_that_fails_leaves_the_index_in_use(tmp_path: Path) -> None:
    log = Log()
    log.put(a_document(1))
    assert rebuild(tmp_path, log.read_all, log.read_events, log.load) == 1
    folders = sorted(path.name for path in tmp_path.glob("v*"))

    def broken() -> tuple[int, Iterable[Document]]:
        raise OSError("the database is away")

    with pytest.raises(OSError, match="away"):
        rebuild(tmp_path, broken, log.read_events, log.load)

    assert uids(TantivyReader(tmp_path)) == [1]
    assert sorted(path.name for path in tmp_path.glob("v*")) == folders


def test_only_the_newest_two_generations_are_kept(tmp_path: Path) -> None:
    log = Log()
    log.put(a_document(1))
    reader = None
    for _ in range(4):
        rebuild(tmp_path, log.read_all, log.read_events, log.load)
        reader = reader or TantivyReader(tmp_path)
        assert uids(reader) == [1]

    assert len([*tmp_path.glob("v*")]) == 2


def test_threads_read_whole_commits_through_writes_and_rebuilds(tmp_path: Path) -> None:
    log = Log()
    for uid in range(1, 31):
        log.put(a_document(uid))
    reader = TantivyReader(tmp_path)
    done = threading.Event()
    wrong: list[object] = []

    def search() -> None:
        while not done.is_set():
            view = reader.view()
            found = view.top(Filter(), SortKey.VENDOR_SKU, descending=False, offset=0, limit=100)
            again = view.top(Filter(), SortKey.PRICE, descending=False, offset=0, limit=100)
            if found != again or found[0] != 30 or len(found[1]) != 30:
                wrong.append((found, again))

    with TantivyWriter(tmp_path) as writer:
        writer.apply(Batch(tuple(log.items.values())), 30)
        threads = [threading.Thread(target=search) for _ in range(4)]
        for thread in threads:
            thread.start()
        for step in range(12):
            log.put(a_document(step + 1, price_cents=step))
            follow_once(log.read_events, log.load, writer)
            if step % 4 == 3:
                rebuild(tmp_path, log.read_all, log.read_events, log.load)
        done.set()
        for thread in threads:
            thread.join()
        assert writer.watermark() == 42

    assert wrong == []


@pytest.mark.parametrize("is_now", ["a link to an older version", "a file", "a folder"])
def test_an_index_of_another_version_is_neither_read_nor_written_but_built_anew(tmp_path: Path, is_now: str) -> None:
    """Whatever it looks like: the first versions had a file there, and a copy may have followed the link."""
    with TantivyWriter(tmp_path) as writer:
        writer.apply(Batch((a_document(1),)), 9)
    current = tmp_path / "CURRENT"
    generation = current.resolve()
    current.unlink()
    if is_now == "a file":
        current.write_text("v0-000007", encoding="ascii")
    elif is_now == "a folder":
        shutil.copytree(generation, current)
    else:
        current.symlink_to("v0-000007")

    with pytest.raises(IndexMissing):
        TantivyReader(tmp_path).view()

    with pytest.raises(IndexMissing):
        TantivyWriter(tmp_path)
    assert not has_index(tmp_path)

    log = Log()
    log.put(a_document(2))
    rebuild(tmp_path, log.read_all, log.read_events, log.load)
    with TantivyWriter(tmp_path) as writer:
        assert writer.watermark() == 1
    assert uids(TantivyReader(tmp_path)) == [2]
