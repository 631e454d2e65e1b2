"""The face of the search: pages, default orders, distance, streams."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from random import Random

import pytest

from partscounter.search import (
    Batch,
    Document,
    Field,
    Filter,
    IndexMissing,
    Point,
    Search,
    SearchRequest,
    SortKey,
    TantivyReader,
    TantivyWriter,
    distance,
    distances_from,
)
from tests.make.search import ReferenceIndex, a_document, matches, random_document, random_filter

HERE = Point(40.0, -96.0)
POINTS = {1: HERE, 2: Point(40.0, -95.0), 3: Point(40.0, -97.0), 4: Point(45.0, -96.0)}
"""Stores 2 and 3 are equally far, 52.9 miles; store 4 is 345.5; every other is of unknown place."""

ITEMS = (
    a_document(1, store_id=1, price_cents=900),
    a_document(2, store_id=2, price_cents=300),
    a_document(3, store_id=3, price_cents=200),
    a_document(4, store_id=3, price_cents=300),
    a_document(5, store_id=4, price_cents=None, part_type_id=7),
    a_document(6, store_id=9, price_cents=100),
)


@pytest.fixture
def search(tmp_path: Path) -> Search:
    with TantivyWriter(tmp_path) as writer:
        writer.apply(Batch(ITEMS), 1)
    return Search(TantivyReader(tmp_path), lambda: POINTS)


def test_sorts_by_price_unless_told_otherwise(search: Search) -> None:
    page = search.search(SearchRequest(Filter()))

    assert (page.total, page.pages, page.uids) == (6, 1, (6, 3, 2, 4, 1, 5))
    assert {hit.distance for hit in page.hits} == {None}


def test_with_an_origin_sorts_by_distance_then_price_then_id(search: Search) -> None:
    page = search.search(SearchRequest(Filter(), origin=HERE))

    assert page.uids == (1, 3, 2, 4, 5, 6)
    miles = [hit.distance for hit in page.hits]
    assert miles == [Decimal("0.0"), Decimal("52.9"), Decimal("52.9"), Decimal("52.9"), Decimal("345.5"), None]
    assert str(miles[0]) == "0.0"


def test_the_farthest_first_leaves_unknown_places_last_and_cheaper_first(search: Search) -> None:
    page = search.search(SearchRequest(Filter(), origin=HERE, descending=True))

    assert page.uids == (5, 3, 2, 4, 1, 6)


def test_another_column_still_tells_the_distance(search: Search) -> None:
    page = search.search(SearchRequest(Filter(), sort=SortKey.PRICE, origin=HERE, result_size=2))

    assert [(hit.uid, hit.distance) for hit in page.hits] == [(6, None), (3, Decimal("52.9"))]


def test_a_radius_leaves_out_what_is_farther_or_of_unknown_place(search: Search) -> None:
    page = search.search(SearchRequest(Filter(stores=frozenset({1, 2, 9})), origin=HERE, radius_miles=100))

    assert (page.total, page.uids) == (2, (1, 2))


def test_a_radius_without_an_origin_is_ignored_and_distance_falls_back_to_price(search: Search) -> None:
    page = search.search(SearchRequest(Filter(), sort=SortKey.DISTANCE, radius_miles=1))

    assert page.uids == (6, 3, 2, 4, 1, 5)


def test_beyond_the_end_there_are_no_hits_but_true_totals(search: Search) -> None:
    for origin in (None, HERE):
        page = search.search(SearchRequest(Filter(), origin=origin, page_number=10**15, result_size=4))

        assert (page.total, page.pages, page.hits) == (6, 2, ())


def test_counts_what_is_available(search: Search) -> None:
    assert search.available(Field.PART_TYPE, Filter()) == {1000: 5, 7: 1}
    assert search.available(Field.PART_TYPE, Filter(stores=frozenset())) == {}


def test_refuses_without_an_index(tmp_path: Path) -> None:
    search = Search(TantivyReader(tmp_path / "none"), dict)

    with pytest.raises(IndexMissing):
        search.search(SearchRequest(Filter()))


def test_a_page_counts_from_one() -> None:
    with pytest.raises(ValueError, match="pages count from 1"):
        SearchRequest(Filter(), page_number=0)


@pytest.mark.parametrize("origin", [None, HERE])
def test_a_stream_is_one_commit_whatever_is_written_meanwhile(tmp_path: Path, origin: Point | None) -> None:
    random = Random(5)  # noqa: S311 - a repeatable choice, no secret
    documents = tuple(random_document(random, uid) for uid in range(1, 1_501))
    with TantivyWriter(tmp_path) as writer:
        writer.apply(Batch(documents), 1)
        search = Search(TantivyReader(tmp_path), lambda: POINTS)
        expected = [
            hit
            for number in range(1, 8)
            for hit in search.search(SearchRequest(Filter(), origin=origin, page_number=number, result_size=250)).hits
        ]

        stream = search.stream(SearchRequest(Filter(), origin=origin))
        first = next(stream.hits)
        writer.apply(Batch(deletions=tuple(range(1, 1_400))), 2)

        assert (stream.total, [first, *stream.hits]) == (1_500, expected)
        assert search.search(SearchRequest(Filter())).total == 101


@pytest.fixture(scope="module")
def stocked(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[int, Document], Search]:
    random = Random(11)  # noqa: S311 - a repeatable choice, no secret
    documents = {uid: random_document(random, uid) for uid in range(1, 301)}
    folder = tmp_path_factory.mktemp("distance")
    with TantivyWriter(folder) as writer:
        writer.apply(Batch(tuple(documents.values())), 1)
    return documents, Search(TantivyReader(folder), lambda: POINTS)


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("most_sorted", [0, 60, distance.MOST_SORTED])
@pytest.mark.parametrize("seed", range(6))
def test_distance_order_is_that_of_sorting_every_item(
    stocked: tuple[dict[int, Document], Search],
    seed: int,
    most_sorted: int,
    monkeypatch: pytest.MonkeyPatch,
    *,
    descending: bool,
) -> None:
    """Few items are sorted one by one; with a small `MOST_SORTED` also few come store by store."""
    monkeypatch.setattr(distance, "MOST_SORTED", most_sorted)
    documents, search = stocked
    random = Random(seed)  # noqa: S311 - a repeatable choice, no secret
    wanted = random_filter(random)._replace(stores=None, uids=None)
    distances = distances_from(HERE, POINTS)
    reference = ReferenceIndex({uid: one for uid, one in documents.items() if matches(one, wanted)}).view()
    by_price = reference.top(Filter(), SortKey.PRICE, descending=False, offset=0, limit=1_000)[1]
    sign = -1 if descending else 1
    expected = sorted(by_price, key=lambda uid: sign * distances.get(documents[uid].store_id, sign * 10**6))
    request = SearchRequest(wanted, origin=HERE, descending=descending)

    for size in (3, 40, 1_000):
        pages = -(-len(expected) // size)
        found = [
            search.search(replace(request, page_number=number, result_size=size)) for number in range(1, pages + 2)
        ]

        assert {page.total for page in found} == {len(expected)}
        assert [hit.uid for page in found for hit in page.hits] == expected
        for hit in (hit for page in found for hit in page.hits):
            tenths = distances.get(documents[hit.uid].store_id)
            assert hit.distance == (None if tenths is None else Decimal(tenths) / 10)


def test_a_store_that_moves_is_found_at_its_new_place(tmp_path: Path) -> None:
    with TantivyWriter(tmp_path) as writer:
        writer.apply(Batch(ITEMS), 1)
    known = [POINTS]
    search = Search(TantivyReader(tmp_path), lambda: known[-1])
    request = SearchRequest(Filter(), origin=HERE, result_size=1)
    assert search.search(request).hits[0].uid == 1

    known.append(POINTS | {9: HERE, 1: Point(0, 0)})

    assert search.search(request).hits[0].uid == 6


def test_more_origins_than_are_remembered_each_have_their_own_distances(search: Search) -> None:
    only = Filter(uids=frozenset({1}))
    miles = [
        search.search(SearchRequest(only, origin=Point(40.0 + step / 10, -96.0))).hits[0].distance for step in range(70)
    ]

    assert miles[:2] == [Decimal("0.0"), Decimal("6.9")]
    assert miles[69] == Decimal("476.7")
    assert search.search(SearchRequest(only, origin=HERE)).hits[0].distance == Decimal("0.0")


def test_no_index_sorts_by_distance_itself(search: Search) -> None:
    with pytest.raises(ValueError, match="distance"):
        search.view().top(Filter(), SortKey.DISTANCE, descending=False, offset=0, limit=1)
