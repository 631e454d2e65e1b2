"""Counting by more values than the engine tells at once."""

from pathlib import Path
from random import Random

import pytest
from tantivy import Index

from partscounter.search import Batch, Field, Filter, SortKey, TantivyWriter
from partscounter.search.tantivy.generations import current_generation
from partscounter.search.tantivy.view import TantivyView
from tests.make.search import BandedReader, ReferenceIndex, a_document, random_document

WANTED = [
    frozenset(each) for each in ((1,), (1, 2), (2,), (2, 3, 4), (0, 1, 2, 3, 4), (9,), (1, 9), (16,), (1, 10**12))
]


def test_counts_are_complete_however_few_values_the_engine_tells_at_once(tmp_path: Path) -> None:
    random = Random(2)  # noqa: S311 - a repeatable choice, no secret
    reference = ReferenceIndex()
    batch = Batch(tuple(random_document(random, uid) for uid in range(1, 300)))
    reference.apply(batch, 1)
    with TantivyWriter(tmp_path) as writer:
        writer.apply(batch, 1)
    index = Index.open(str(current_generation(tmp_path)))

    for most_buckets in (1, 2, 5):
        view = TantivyView(index.searcher(), index.schema, most_buckets)
        for field in Field:
            expected = reference.view().count_by(field, Filter(lines=frozenset({1, 2})))

            assert view.count_by(field, Filter(lines=frozenset({1, 2}))) == expected


@pytest.mark.parametrize("stranger", [0, 16, 10**12])
def test_items_of_lines_are_counted_whichever_way_is_shorter(tmp_path: Path, stranger: int) -> None:
    lines = {uid: 1 if uid % 7 else uid % 5 for uid in range(1, 200)}
    reader = BandedReader(tmp_path)

    def totals() -> list[int]:
        view = reader.view()
        asked = [Filter(lines=wanted) for wanted in WANTED]
        return [view.top(each, SortKey.PRICE, descending=False, offset=0, limit=1)[0] for each in asked]

    def expected() -> list[int]:
        return [sum(line in wanted for line in lines.values()) for wanted in WANTED]

    with TantivyWriter(tmp_path) as writer:
        writer.apply(Batch(tuple(a_document(uid, line=line) for uid, line in lines.items())), 1)
        assert totals() == expected()
        lines = {uid: 4 if uid > 190 else line for uid, line in lines.items() if uid > 9}
        moved = tuple(a_document(uid, line=4) for uid in range(191, 200))
        writer.apply(Batch(moved, tuple(range(1, 10))), 2)
        assert totals() == expected()
        lines[500] = stranger
        writer.apply(Batch((a_document(500, line=stranger),)), 3)
        assert totals() == expected()
        lines = {}
        writer.apply(Batch((), (*range(10, 200), 500)), 4)
        assert totals() == [0] * len(WANTED)
