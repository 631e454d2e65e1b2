"""One contract, two engines: Tantivy answers exactly what the plainest possible engine answers."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from partscounter.search import Batch, Field, Filter, IndexReader, IndexWriter, SortKey, TantivyReader, TantivyWriter
from tests.make.search import ReferenceIndex, random_document, random_filter

COLUMNS = [column for column in SortKey if column != SortKey.DISTANCE]


@pytest.fixture
def engines(tmp_path: Path) -> Iterator[tuple[ReferenceIndex, IndexWriter, IndexReader]]:
    with TantivyWriter(tmp_path) as writer:
        yield ReferenceIndex(), writer, TantivyReader(tmp_path)


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
        assert view.lookup(range(1, 401)) == plain.lookup(range(1, 401))
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


@pytest.fixture(scope="module")
def stocked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[ReferenceIndex, IndexReader]]:
    """360 items in three commits."""
    folder = tmp_path_factory.mktemp("stocked")
    random, reference = Random(7), ReferenceIndex()  # noqa: S311 - a repeatable choice, no secret
    with TantivyWriter(folder) as writer:
        for _ in range(3):
            change(random, reference, writer, 120)
        yield reference, TantivyReader(folder)


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
