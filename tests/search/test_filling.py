"""Filling an index: however many parts it is committed in, one segment is left, and everything is found."""

from pathlib import Path

import pytest
from tantivy import Index

from partscounter.search import AllDocuments, Filter, SortKey
from partscounter.search.tantivy.generations import create_generation
from partscounter.search.tantivy.view import TantivyView
from partscounter.search.tantivy.writer import GenerationWriter, part_size
from tests.make.search import a_document


@pytest.mark.parametrize(
    ("documents", "size"),
    [(0, None), (100, None), (101, 13), (800, 104), (801, 13), (1_000_000, 31)],
)
def test_the_parts_are_as_many_as_merge_to_one(documents: int, size: int | None) -> None:
    assert part_size(documents, 100) == size


@pytest.mark.parametrize("about", [400, 397, 405])
def test_a_filled_index_is_one_segment_if_it_is_known_about_how_many(tmp_path: Path, about: int) -> None:
    documents = [a_document(uid) for uid in range(1, 401)]
    generation = create_generation(tmp_path)
    writer = GenerationWriter(generation)

    added = writer.fill(AllDocuments(documents, about), most_at_once=60)
    writer.close()

    index = Index.open(str(generation))
    view = TantivyView(index.searcher(), index.schema)
    found = view.top(Filter(), SortKey.VENDOR_SKU, descending=False, offset=0, limit=500)
    assert (added, view.watermark()) == (400, 0)
    assert (found[0], sorted(found[1])) == (400, [*range(1, 401)])
    assert index.searcher().num_segments == 1


def test_an_index_is_filled_with_what_nobody_has_counted(tmp_path: Path) -> None:
    generation = create_generation(tmp_path)
    writer = GenerationWriter(generation)

    added = writer.fill((a_document(uid) for uid in range(1, 401)), most_at_once=60)
    writer.close()

    index = Index.open(str(generation))
    assert (added, int(index.searcher().num_docs)) == (400, 400)
