"""Many changes are committed together; what is brief overtakes them, and nothing is lost between two commits."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from partscounter.search import Batch, TantivyReader, TantivyWriter, follow, follow_all
from tests.make.change_log import Log, uids
from tests.make.search import a_document


def test_what_is_brief_overtakes_what_is_long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(follow, "MANY", 1)
    monkeypatch.setattr(follow, "COMMITTED_AT_ONCE", 1)
    log = Log()
    for uid in range(1, 13):
        log.put(a_document(uid))
    seen: list[Sequence[int]] = []

    def read_brief(cursor: int) -> tuple[int, Sequence[int]]:
        seen.append(uids(TantivyReader(tmp_path)))
        if len(seen) == 1:
            return 11, (12,)
        if cursor == 11:  # two are sold and one gets a price, while the second batch has been read
            log.sell(2)
            log.sell(6)
            log.put(a_document(4, price_cents=1))
            return len(log.changes), (2, 6, 4)
        return cursor, ()

    with TantivyWriter(tmp_path) as writer:
        assert follow_all(log.read_events, log.load, writer, lambda: False, read_brief) == 15
        assert writer.watermark() == 15

    assert seen == [
        [],
        [1, 2, 3, 12],
        [4, 1, 3, 5, 12],
        [4, 1, 3, 5, 7, 8, 9, 12],
        [4, 1, 3, 5, 7, 8, 9, 10, 11, 12],
    ]
    assert uids(TantivyReader(tmp_path)) == [4, 1, 3, 5, 7, 8, 9, 10, 11, 12]


def test_many_changes_are_committed_together_and_what_hurries_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(follow, "MANY", 2)
    monkeypatch.setattr(follow, "COMMITTED_AT_ONCE", 9)
    log = Log()
    for uid in range(1, 24):
        log.put(a_document(uid))
    seen: list[tuple[int, int]] = []

    def read_brief(cursor: int) -> tuple[int, Sequence[int]]:
        view = TantivyReader(tmp_path).view()
        seen.append((view.watermark(), len(uids(TantivyReader(tmp_path)))))
        return cursor, (23,) if len(seen) == 5 else ()

    with TantivyWriter(tmp_path) as writer:
        assert follow_all(log.read_events, log.load, writer, lambda: False, read_brief) == 23

    # Nine together; then six more, when one of the last has no time; the rest at the end.
    assert seen == [(0, 0), (0, 0), (0, 0), (9, 9), (9, 9), (15, 16), (15, 16), (15, 16)]
    assert TantivyReader(tmp_path).view().watermark() == 23
    assert uids(TantivyReader(tmp_path)) == list(range(1, 24))


def test_a_failure_between_two_commits_loses_only_what_was_not_committed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(follow, "MANY", 2)
    log = Log()
    for uid in range(1, 10):
        log.put(a_document(uid))
    log.items[8] = a_document(8, year=-4)
    with TantivyWriter(tmp_path) as writer:
        with pytest.raises(ValueError, match="could not be parsed"):
            follow_all(log.read_events, log.load, writer, lambda: False)
        assert (writer.watermark(), uids(TantivyReader(tmp_path))) == (0, [])
        log.items[8] = a_document(8)

        assert follow_all(log.read_events, log.load, writer, lambda: False) == 9
    assert uids(TantivyReader(tmp_path)) == list(range(1, 10))


def test_what_is_not_committed_is_followed_again_by_the_next_writer(tmp_path: Path) -> None:
    with TantivyWriter(tmp_path) as writer:
        assert writer.apply(Batch((a_document(1),)), 1)
        assert writer.apply(Batch((a_document(2),)), 2, after=1, commit=False)
        assert writer.apply(Batch((a_document(2, price_cents=1),), (1,)), 3, after=2, commit=False)
        assert (writer.watermark(), uids(TantivyReader(tmp_path))) == (3, [1])

    with TantivyWriter(tmp_path) as writer:
        assert writer.watermark() == 1
        assert writer.apply(Batch((a_document(2),)), 2, after=1, commit=False)
        assert writer.apply(Batch((a_document(2, price_cents=1),), (1,)), 3, after=2)
    assert (uids(TantivyReader(tmp_path)), TantivyReader(tmp_path).view().watermark()) == ([2], 3)


def test_nothing_is_looked_for_to_overtake_few_changes(tmp_path: Path) -> None:
    log = Log()
    for uid in range(1, 8):
        log.put(a_document(uid))

    def read_brief(cursor: int) -> tuple[int, Sequence[int]]:
        raise AssertionError(cursor)

    with TantivyWriter(tmp_path) as writer:
        assert follow_all(log.read_events, log.load, writer, lambda: False, read_brief) == 7
    assert uids(TantivyReader(tmp_path)) == list(range(1, 8))
