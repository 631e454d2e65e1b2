"""One contract, every engine: each answers exactly what the plainest possible engine answers.

Tantivy takes part twice: as it is, and taking the way of large results (first bands first) for the smallest as well.
"""

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from partscounter.search import (
    Batch,
    Document,
    Field,
    Filter,
    IndexReader,
    IndexWriter,
    Search,
    SearchRequest,
    SortKey,
    TantivyReader,
    TantivyWriter,
    View,
)
from partscounter.search.index import entries_of
from partscounter.search.tantivy import order
from tests.make.search import BandedReader, ReferenceIndex, a_document, random_document, random_filter

COLUMNS = [column for column in SortKey if column != SortKey.DISTANCE]


@pytest.fixture(params=[TantivyReader, BandedReader])
def engines(
    request: pytest.FixtureRequest, tmp_path: Path
) -> Iterator[tuple[ReferenceIndex, IndexWriter, IndexReader]]:
    with TantivyWriter(tmp_path) as writer:
        yield ReferenceIndex(), writer, request.param(tmp_path)


def change(random: Random, reference: ReferenceIndex, writer: IndexWriter, size: int) -> None:
    """One batch of new, changed and removed items, for both."""
    gone = tuple(random.randint(1, 420) for _ in range(size // 4))
    documents = tuple(random_document(random, random.randint(1, 400)) for _ in range(size))
    cursor = reference.cursor + size
    assert reference.apply(Batch(documents, gone), cursor)
    assert writer.apply(Batch(documents, gone), cursor)


@pytest.mark.parametrize("seed", range(4))
def test_totals_orders_and_counts_are_the_same(
    engines: tuple[ReferenceIndex, IndexWriter, IndexReader], seed: int
) -> None:
    reference, writer, reader = engines
    random = Random(seed)  # noqa: S311 - a repeatable choice, no secret
    for size in (250, 40, 3, 60, 1):
        change(random, reference, writer, size)
        plain, view = reference.view(), reader.view()
        assert view.watermark() == plain.watermark() == reference.cursor
        assert entries_of(view, range(1, 401)) == entries_of(plain, range(1, 401))
        for _ in range(40):
            wanted = random_filter(random)
            column, descending = random.choice(COLUMNS), random.random() < 0.5
            offset, limit = random.choice((0, 0, 1, 7, 60, 10_000)), random.choice((1, 3, 25, 2_000))
            after = random.choice((None, None, random.choice(sorted(reference.documents))))
            asked = (wanted, column, descending, offset, limit, after)
            expected = plain.top(wanted, column, descending=descending, offset=offset, limit=limit, after=after)
            found = view.top(wanted, column, descending=descending, offset=offset, limit=limit, after=after)
            assert found == expected, asked
            field = random.choice(list(Field))
            assert view.count_by(field, wanted) == plain.count_by(field, wanted), (field, wanted)
            few = view.lookup(wanted, 150)
            assert few is None or few == plain.lookup(wanted, 150), wanted


@pytest.fixture(scope="module", params=[TantivyReader, BandedReader])
def stocked(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[ReferenceIndex, IndexReader]]:
    """360 items in three commits."""
    folder = tmp_path_factory.mktemp("stocked")
    random, reference = Random(7), ReferenceIndex()  # noqa: S311 - a repeatable choice, no secret
    with TantivyWriter(folder) as writer:
        for _ in range(3):
            change(random, reference, writer, 120)
        yield reference, request.param(folder)


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("column", COLUMNS)
def test_pages_neither_overlap_nor_skip(
    stocked: tuple[ReferenceIndex, IndexReader], column: SortKey, descending: bool
) -> None:
    plain, view = stocked[0].view(), stocked[1].view()
    wanted = Filter(part_types=frozenset(range(1, 12)))
    total, whole = plain.top(wanted, column, descending=descending, offset=0, limit=1_000)
    assert total > 100

    for size in (5, 24):
        pages = [
            view.top(wanted, column, descending=descending, offset=offset, limit=size)
            for offset in range(0, total + size, size)
        ]

        assert {found for found, _ in pages} == {total}
        assert [uid for _, uids in pages for uid in uids] == whole


@settings(
    max_examples=150, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    random=st.randoms(use_true_random=False),
    column=st.sampled_from(COLUMNS),
    descending=st.booleans(),
    offset=st.integers(0, 80),
    limit=st.integers(1, 60),
    after=st.none() | st.integers(1, 400),
)
def test_any_question_has_the_plain_answer(  # noqa: PLR0917 - hypothesis passes them by name
    stocked: tuple[ReferenceIndex, IndexReader],
    random: Random,
    column: SortKey,
    descending: bool,
    offset: int,
    limit: int,
    after: int | None,
) -> None:
    plain, view = stocked[0].view(), stocked[1].view()
    wanted, field = random_filter(random), random.choice(list(Field))
    after = after if after in stocked[0].documents else None

    def page(of: View) -> tuple[int, list[int]]:
        total, uids = of.top(wanted, column, descending=descending, offset=offset, limit=limit, after=after)
        return total, list(uids)

    assert page(view) == page(plain)
    assert view.count_by(field, wanted) == plain.count_by(field, wanted)


@pytest.mark.parametrize("seed", range(3))
def test_sets_of_many_ids_match_what_few_match(stocked: tuple[ReferenceIndex, IndexReader], seed: int) -> None:
    """The engine is asked in other ways for few ids and for many, and for many stores in yet another."""
    plain, view = stocked[0].view(), stocked[1].view()
    random = Random(seed)  # noqa: S311 - a repeatable choice, no secret
    for size in (63, 64, 65, 190):
        wanted = random_filter(random)._replace(
            stores=frozenset(random.sample(range(7, 200), size)),
            uids=random.choice((None, frozenset(random.sample(range(1, 400), size)))),
        )
        for column in (SortKey.PRICE, SortKey.MAKE_MODEL):
            expected = plain.top(wanted, column, descending=False, offset=3, limit=40)
            assert view.top(wanted, column, descending=False, offset=3, limit=40) == expected, wanted
        for field in (Field.STORE, Field.DEALER, Field.MAKE):
            assert view.count_by(field, wanted) == plain.count_by(field, wanted), (field, wanted)
        assert view.lookup(wanted, 1_000) == plain.lookup(wanted, 1_000), wanted
        assert entries_of(view, wanted.uids or ()) == entries_of(plain, wanted.uids or ())


def test_what_is_many_is_not_told_as_few(stocked: tuple[ReferenceIndex, IndexReader]) -> None:
    items = len(stocked[0].documents)
    view = stocked[1].view()
    everything, few = Filter(), Filter(uids=frozenset(range(1, 40)), price_from=0)

    assert view.lookup(everything, items) is None
    assert len(view.lookup(everything, 3 * items) or ()) == items
    assert view.lookup(few, 100) == stocked[0].view().lookup(few, 100)


@pytest.mark.parametrize("column", [SortKey.DESCRIPTION, SortKey.PRICE, SortKey.YEAR])
def test_pages_far_on_had_at_once_are_those_of_counting_first(
    stocked: tuple[ReferenceIndex, IndexReader], column: SortKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(order, "FIRST_PAGES", 20)
    plain, view = stocked[0].view(), stocked[1].view()
    for descending in (False, True):
        for offset in (0, 15, 90, 200, len(stocked[0].documents) - 5, 10_000):
            expected = plain.top(Filter(), column, descending=descending, offset=offset, limit=25)
            assert view.top(Filter(), column, descending=descending, offset=offset, limit=25) == expected


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("column", COLUMNS)
def test_a_stream_has_every_hit_once_in_order(
    stocked: tuple[ReferenceIndex, IndexReader], column: SortKey, descending: bool
) -> None:
    plain, reader = stocked
    wanted = Filter(lines=frozenset({1, 2, 3}))
    whole = plain.view().top(wanted, column, descending=descending, offset=0, limit=1_000)[1]

    stream = Search(reader, dict, chunks=(7, 31)).stream(SearchRequest(wanted, sort=column, descending=descending))

    assert stream.total == len(whole) > 100
    assert [hit.uid for hit in stream.hits] == whole


@pytest.fixture(params=["plain", "tantivy", "tantivy by bands"])
def backend(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[IndexWriter, IndexReader]]:
    if request.param == "plain":
        reference = ReferenceIndex()
        yield reference, reference
        return
    with TantivyWriter(tmp_path) as writer:
        yield writer, (TantivyReader if request.param == "tantivy" else BandedReader)(tmp_path)


def by_price(view: View, after: int | None = None) -> tuple[int, list[int]]:
    total, uids = view.top(Filter(), SortKey.PRICE, descending=False, offset=0, limit=10, after=after)
    return total, list(uids)


def test_a_batch_replaces_adds_and_removes_together(backend: tuple[IndexWriter, IndexReader]) -> None:
    writer, reader = backend
    writer.apply(Batch(tuple(a_document(uid, price_cents=uid) for uid in (1, 2, 3))), 7)
    before = reader.view()

    assert writer.apply(Batch((a_document(1, price_cents=9), a_document(4, price_cents=5)), (2,)), 8, after=7)

    assert (by_price(before), before.watermark()) == ((3, [1, 2, 3]), 7)
    assert (by_price(reader.view()), reader.view().watermark()) == ((3, [3, 4, 1]), 8)


def test_a_stale_batch_changes_nothing(backend: tuple[IndexWriter, IndexReader]) -> None:
    writer, reader = backend
    writer.apply(Batch((a_document(1),)), 7)

    assert not writer.apply(Batch(deletions=(1,)), 9, after=6)

    assert (by_price(reader.view()), reader.view().watermark(), writer.watermark()) == ((1, [1]), 7, 7)


def test_what_follows_an_item_is_counted_and_told(backend: tuple[IndexWriter, IndexReader]) -> None:
    writer, reader = backend
    documents: list[Document] = [a_document(uid, price_cents=None if uid == 4 else 100) for uid in (1, 2, 3, 4)]
    writer.apply(Batch(tuple(documents)), 1)

    assert by_price(reader.view(), after=2) == (2, [3, 4])
    assert by_price(reader.view(), after=4) == (0, [])
    with pytest.raises(ValueError, match="5"):
        by_price(reader.view(), after=5)
