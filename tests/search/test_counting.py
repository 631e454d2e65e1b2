"""Counting by more values than the engine tells at once."""

from pathlib import Path
from random import Random

from tantivy import Index

from partscounter.search import Batch, Field, Filter, TantivyWriter
from partscounter.search.tantivy.generations import current_generation
from partscounter.search.tantivy.view import TantivyView
from tests.make.search import ReferenceIndex, random_document


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
