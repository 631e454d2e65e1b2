"""A customer's own prices in order: every page is what the plainest possible reader says."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from random import Random

import pytest
from msgspec import structs

from partscounter.domain.customer_templates import PriceChange
from partscounter.search import (
    Batch,
    Document,
    Field,
    Filter,
    PricedView,
    PriceRule,
    Search,
    SearchRequest,
    SortKey,
    TantivyReader,
    TantivyWriter,
    View,
    priced,
)
from partscounter.search.price_band import within_band
from partscounter.search.query import LARGEST_PRICE_CENTS
from tests.make.search import a_document, matches, random_document, random_filter

LOW = (0, 1, 2, 99, 100, 100, 100, 101, 150, 199, 2500, 2500, 99_999, 2500_00)
PRICES = (None, *LOW, 2**20 - 1, 2**20, LARGEST_PRICE_CENTS - 1, LARGEST_PRICE_CENTS, 2**33)
ROUNDINGS = ("0.01", "0.05", "1", "100")


def price_of(document: Document, rules: Sequence[PriceRule]) -> tuple[int, int] | None:
    """Customer's and seller's price."""
    if document.price_cents is None:
        return None
    base = min(document.price_cents, LARGEST_PRICE_CENTS)
    rule = next((rule for rule in rules if matches(document, rule.items)), None)
    return (base if rule is None else rule.price_of(base)), base


def in_order(documents: Sequence[Document], rules: Sequence[PriceRule], *, descending: bool) -> list[int]:
    """Every uid."""
    sign = -1 if descending else 1
    known = [(price, document.uid) for document in documents if (price := price_of(document, rules)) is not None]
    unknown = sorted(document.uid for document in documents if document.price_cents is None)
    return [uid for _, _, uid in sorted((sign * own, sign * base, uid) for (own, base), uid in known)] + unknown


def random_rules(random: Random) -> tuple[PriceRule, ...]:
    def some(upper: int) -> frozenset[int] | None:
        return frozenset({random.randint(1, upper)}) if random.random() < 0.4 else None

    rules = []
    for _ in range(random.randint(1, 4)):
        change = PriceChange.of(
            percent_off=Decimal(random.choice((0, 10, 33, 100))),
            amount_off=Decimal(random.choice(("0", "0.50", "25"))),
            rounding=Decimal(random.choice(ROUNDINGS)),
        )
        low, high = random.choice(((None, None), (None, None), (100, None), (None, 2499), (100, 100)))
        items = Filter(dealers=some(4), categories=some(3), part_types=some(15), price_from=low, price_to=high)
        rules.append(PriceRule(items, change.cents_of))
    return tuple(rules)


@pytest.fixture(scope="module")
def stocked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[tuple[Document, ...], View]]:
    folder = tmp_path_factory.mktemp("priced")
    random = Random(11)  # noqa: S311 - a repeatable choice, no secret
    documents = tuple(
        structs.replace(random_document(random, uid), price_cents=random.choice(PRICES)) for uid in range(1, 601)
    )
    with TantivyWriter(folder) as writer:
        writer.apply(Batch(documents[:400]), 1)
        writer.apply(Batch(documents[400:]), 2)
        yield documents, TantivyReader(folder).view()


@pytest.mark.parametrize(("near", "seed"), [(0, 1), (7, 2), (7, 3), (1_000, 4)])
def test_every_page_is_what_the_plainest_reader_says(
    stocked: tuple[tuple[Document, ...], View], seed: int, near: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a small `NEAR` the place of nearly every page is looked for by counting."""
    monkeypatch.setattr(priced, "NEAR", near)
    documents, view = stocked
    random = Random(seed)  # noqa: S311 - a repeatable choice, no secret
    for _ in range(10):
        rules, descending = random_rules(random), random.random() < 0.5
        wanted = random_filter(random) if random.random() < 0.5 else Filter()
        found = [document for document in documents if matches(document, wanted)]
        expected = in_order(found, rules, descending=descending)
        offset, limit = random.choice((0, 1, 5, 60, 333, 590, 9_999)), random.choice((1, 25, 400))

        total, uids = PricedView(view, rules).top(
            wanted, SortKey.PRICE, descending=descending, offset=offset, limit=limit
        )

        assert (total, list(uids)) == (len(found), expected[offset : offset + limit]), (wanted, rules, descending)


@pytest.mark.parametrize("descending", [False, True])
def test_pages_neither_overlap_nor_skip(
    stocked: tuple[tuple[Document, ...], View], descending: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(priced, "NEAR", 10)
    documents, view = stocked
    rules = (
        PriceRule(
            Filter(part_types=frozenset({3, 4})), PriceChange.of(percent_off=Decimal(50), rounding=Decimal(1)).cents_of
        ),
        PriceRule(
            Filter(dealers=frozenset({1, 2})), PriceChange.of(amount_off=Decimal(24), rounding=Decimal(1)).cents_of
        ),
    )

    pages = [
        PricedView(view, rules).top(Filter(), SortKey.PRICE, descending=descending, offset=offset, limit=140)
        for offset in range(0, 700, 140)
    ]

    assert {total for total, _ in pages} == {600}
    assert [uid for _, uids in pages for uid in uids] == in_order(documents, rules, descending=descending)


def test_a_search_sorts_by_what_the_customer_pays_and_leaves_the_rest(tmp_path: Path) -> None:
    items = (
        a_document(1, price_cents=900, part_type_id=5, year=2001),
        a_document(2, price_cents=800, year=2003),
        a_document(3, price_cents=None, part_type_id=5, year=2002),
    )
    with TantivyWriter(tmp_path) as writer:
        writer.apply(Batch(items), 1)
    search = Search(TantivyReader(tmp_path), dict)
    half = PriceRule(Filter(part_types=frozenset({5})), PriceChange.of(percent_off=Decimal(50)).cents_of)
    request = SearchRequest(Filter(), prices=(half,))

    assert search.search(request).uids == (1, 2, 3)
    assert search.search(replace(request, descending=True)).uids == (2, 1, 3)
    assert search.search(replace(request, sort=SortKey.YEAR)).uids == (1, 3, 2)
    assert search.counts(Field.PART_TYPE, request) == {5: 2, 1000: 1}
    assert [hit.uid for hit in search.stream(request).hits] == [1, 2, 3]


@pytest.mark.parametrize("seed", range(5, 9))
def test_a_band_of_what_the_customer_pays_is_what_the_plainest_reader_says(
    stocked: tuple[tuple[Document, ...], View], seed: int
) -> None:
    documents, view = stocked
    random = Random(seed)  # noqa: S311 - a repeatable choice, no secret
    bounds = (None, 0, 1, 99, 100, 101, 2499, 2500, 250_000, 2**20, LARGEST_PRICE_CENTS, 2**40)
    for _ in range(12):
        rules = random_rules(random) if random.random() < 0.8 else ()
        lowest, highest = random.choice(bounds), random.choice(bounds)
        wanted = random_filter(random) if random.random() < 0.3 else Filter()
        wanted = wanted._replace(price_from=None, price_to=None)
        expected = {
            document.uid
            for document in documents
            if matches(document, wanted) and _is_between(price_of(document, rules), lowest, highest)
        }

        total, uids = view.top(
            within_band(wanted, rules, lowest, highest), SortKey.PRICE, descending=False, offset=0, limit=600
        )

        assert (total, set(uids)) == (len(expected), expected), (wanted, rules, lowest, highest)


def _is_between(price: tuple[int, int] | None, lowest: int | None, highest: int | None) -> bool:
    if lowest is None and highest is None:
        return True
    return price is not None and (lowest or 0) <= price[0] and (highest is None or price[0] <= highest)
