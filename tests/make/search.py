"""Documents for search tests, and the plainest possible engine to compare a real one with."""

from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from random import Random
from typing import assert_never

from msgspec import structs
from tantivy import Index

from partscounter.kit.text import fold
from partscounter.search import Batch, Document, Entry, Expression, Field, Filter, SortKey, View, parse_keywords
from partscounter.search.keywords import AllOf, AnyOf, Word
from partscounter.search.query import LARGEST_PRICE_CENTS
from partscounter.search.tantivy.generations import current_generation
from partscounter.search.tantivy.view import TantivyView
from partscounter.search.tokens import document_words, squashed_numbers

A_DOCUMENT = Document(
    uid=1,
    line=1,
    dealer_id=10,
    store_id=100,
    part_type_id=1000,
    category_id=1,
    make_ids=(20,),
    model_ids=(30,),
    year=2012,
    price_cents=120_000,
    core_price_cents=30_000,
    words=("Engine Assembly", "CUMMINS", "ISX15", "runs well, 1R-1808 filter", "TAG-77"),
    part_numbers=("1R-1808", "TAG-77"),
    part_name="Engine Assembly",
    make_model="CUMMINS ISX15",
    oem_number="1R-1808",
    vendor_sku="TAG-77",
    description="runs well",
    condition="Good",
    category="USED",
    vendor="North Yard",
    added_at=1_700_000_000,
)


def a_document(uid: int = 1, **changes: object) -> Document:
    """The same plain document, but for what is named."""
    return structs.replace(A_DOCUMENT, uid=uid, **changes)  # type: ignore[arg-type]  # the test names the right types


TERMS = ("engine", "axle", "1R-1808", "3.70", "heavy duty", "DT 466E", "Détroit", "hood/cab", "r-12", "9")
NUMBERS = ("1R-1808", "1R1808X", "DT 466E", "AB-12", "3.70.44", "A23-17809-000", "11808", "N/A", "")
TEXTS = (
    "",
    "Axle",
    "axle",
    "axle shaft",
    "Axle assembly, front, left, with brakes and hubs 1",
    "Zebra",
    "10 hole",
    "9",
)
LONG = "axle assembly, front, left, with brakes and hubs complete number "


def random_document(random: Random, uid: int) -> Document:
    """Few values, so that ties, shared prefixes and unknowns are everywhere."""
    text = random.choice(TEXTS) if random.random() < 0.7 else f"{LONG[: random.randrange(len(LONG))]}{uid % 5}"
    return Document(
        uid=uid,
        line=random.randint(1, 4),
        dealer_id=random.randint(1, 4),
        store_id=random.randint(1, 12),
        part_type_id=random.randint(1, 15),
        category_id=random.randint(1, 3),
        make_ids=tuple(random.choices(range(1, 8), k=random.randint(0, 2))),
        model_ids=tuple(random.choices(range(1, 30), k=random.randint(0, 2))),
        year=random.choice((0, 1999, 2005, 2005, 2012)),
        price_cents=random.choice((None, 0, 100, 100, 2500, 2500_00, LARGEST_PRICE_CENTS, 2**33 + uid)),
        core_price_cents=random.choice((None, 0, 5000, 5000, 7500)),
        vehicle_key=random.choice(("", "1:1:V1", "1:1:v1")),
        words=tuple(random.choices(TERMS, k=random.randint(0, 4))),
        part_numbers=tuple(random.choices(NUMBERS, k=random.randint(0, 2))),
        part_name=random.choice(TEXTS),
        make_model=text,
        oem_number=random.choice(NUMBERS),
        vendor_sku=f"T-{uid * 7919 % 1000}",
        description=text * random.randint(0, 2),
        condition=random.choice(("", "Good", "good!", "Fair")),
        category=random.choice(("USED", "NEW")),
        vendor=random.choice(("North Yard", "Østland Parts", "")),
        added_at=random.choice((None, 0, 1_700_000_000, 1_700_000_001)),
        listed_make_id=uid % 8,
        listed_model_id=uid * 7 % 30,
    )


def random_filter(random: Random, *, may_exclude: bool = True) -> Filter:
    """Mostly one or two conditions; sometimes none, sometimes an impossible one."""

    def some(upper: int) -> frozenset[int] | None:
        if random.random() < 0.8:
            return None
        beyond = random.choice(((), (), (-1, 10**30)))
        return frozenset((*random.sample(range(1, upper + 1), k=random.randint(0, min(4, upper))), *beyond))

    years = random.choice(
        ((None, None), (None, None), (2000, None), (0, 2005), (1999, 2006), (2012, 2000), (-5, 10**30), (0, -1))
    )
    prices = random.choice(
        ((None, None), (None, None), (None, None), (100, 2500), (101, None), (None, 2**80), (-9, 0), (200, 1))
    )
    spelled = random.choice(
        ("", "", "", "engine", "1808", "1r1808 | axle", "(dt466e|370) engine", "7809", "r12", "duty -", "466 cab")
    )
    return Filter(
        lines=some(4),
        dealers=some(5),
        stores=some(12),
        part_types=some(16),
        makes=some(8),
        models=some(30),
        categories=some(3),
        vehicle_keys=frozenset({"1:1:V1"}) if random.random() < 0.1 else None,
        uids=some(400),
        year_from=years[0],
        year_to=years[1],
        price_from=prices[0],
        price_to=prices[1],
        keywords=parse_keywords(spelled),
        exclude=(random_filter(random, may_exclude=False),) if may_exclude and random.random() < 0.15 else (),
    )


@dataclass(frozen=True)
class BandedReader:
    """An IndexReader of Tantivy that takes the smallest result for a large one, and so looks in first bands first."""

    root: Path

    def view(self) -> View:
        index = Index.open(str(current_generation(self.root)))
        return TantivyView(index.searcher(), index.schema, many=1)


@dataclass
class ReferenceIndex:
    """Goes through every document, for every question."""

    documents: dict[int, Document] = field(default_factory=dict)
    cursor: int = 0

    def apply(self, changes: Batch, cursor: int, after: int | None = None) -> bool:
        if after is not None and after != self.cursor:
            return False
        kept = {uid: document for uid, document in self.documents.items() if uid not in changes.deletions}
        self.documents = kept | {document.uid: document for document in changes.upserts}
        self.cursor = cursor
        return True

    def watermark(self) -> int:
        return self.cursor

    def view(self) -> View:
        return ReferenceView(tuple(self.documents.values()), self.cursor)


@dataclass(frozen=True)
class ReferenceView:
    documents: tuple[Document, ...]
    cursor: int

    def count_by(self, by: Field, wanted: Filter) -> dict[int, int]:
        counts: dict[int, int] = {}
        for document in self._wanted(wanted):
            for value in _values(document, by):
                counts[value] = counts.get(value, 0) + 1
        return counts

    def top(
        self, wanted: Filter, sort: SortKey, *, descending: bool, offset: int, limit: int, after: int | None = None
    ) -> tuple[int, list[int]]:
        uids = self._in_order(wanted, sort, descending=descending)
        if after is not None:
            everything = self._in_order(Filter(), sort, descending=descending)
            if after not in everything:
                raise ValueError(f"the index holds no item {after}")
            later = set(everything[everything.index(after) + 1 :])
            uids = [uid for uid in uids if uid in later]
        return len(uids), uids[offset : offset + limit]

    def _in_order(self, wanted: Filter, sort: SortKey, *, descending: bool) -> list[int]:
        found = sorted(self._wanted(wanted), key=lambda document: document.uid)
        found.sort(key=lambda document: _price(document.price_cents))
        known = [document for document in found if _sort_value(document, sort) is not None]
        known.sort(key=lambda document: _sort_value(document, sort), reverse=descending)  # type: ignore[arg-type, return-value]  # of one type each
        unknown = [document for document in found if _sort_value(document, sort) is None]
        return [document.uid for document in [*known, *unknown]]

    def lookup(self, wanted: Filter, most: int) -> list[Entry] | None:
        known = {
            one.uid: Entry(
                one.uid,
                one.store_id,
                None if one.price_cents is None else min(one.price_cents, LARGEST_PRICE_CENTS),
            )
            for one in self._wanted(wanted)
        }
        if len(known) > most:
            return None
        return [known[uid] for uid in self._in_order(wanted, SortKey.PRICE, descending=False)]

    def watermark(self) -> int:
        return self.cursor

    def _wanted(self, wanted: Filter) -> list[Document]:
        return [document for document in self.documents if matches(document, wanted)]


def matches(document: Document, wanted: Filter) -> bool:
    """Whether a document passes every condition of a filter."""
    sets = (
        (wanted.uids, {document.uid}),
        (wanted.lines, {document.line}),
        (wanted.dealers, {document.dealer_id}),
        (wanted.stores, {document.store_id}),
        (wanted.part_types, {document.part_type_id}),
        (wanted.makes, set(document.make_ids)),
        (wanted.models, set(document.model_ids)),
        (wanted.categories, {document.category_id}),
    )
    if any(condition is not None and not condition & values for condition, values in sets):
        return False
    if wanted.vehicle_keys is not None and document.vehicle_key not in wanted.vehicle_keys:
        return False
    if not _within(document.year or None, wanted.year_from, wanted.year_to):
        return False
    price = None if document.price_cents is None else min(document.price_cents, LARGEST_PRICE_CENTS)
    if not _within(price, wanted.price_from, wanted.price_to):
        return False
    if wanted.keywords is not None and not _says(document, wanted.keywords):
        return False
    return not any(matches(document, excluded) for excluded in wanted.exclude)


def _within(value: int | None, lowest: int | None, highest: int | None) -> bool:
    if lowest is None and highest is None:
        return True
    return value is not None and value >= (lowest or 0) and (highest is None or value <= highest)


def _says(document: Document, expression: Expression) -> bool:
    match expression:
        case Word(text):
            known, numbers = _spelled(document)
            return text in known or (len(text) >= 4 and any(text in number for number in numbers))
        case AllOf(parts):
            return all(_says(document, part) for part in parts)
        case AnyOf(parts):
            return any(_says(document, part) for part in parts)
        case _:
            assert_never(expression)


@lru_cache(maxsize=2_000)
def _spelled(document: Document) -> tuple[frozenset[str], frozenset[str]]:
    numbers = squashed_numbers(document.part_numbers)
    return document_words(document.words + document.part_numbers) | numbers, numbers


def _values(document: Document, by: Field) -> set[int]:
    if by == Field.MAKE:
        return set(document.make_ids)
    if by == Field.MODEL:
        return set(document.model_ids)
    name = by if by in (Field.LINE, Field.YEAR) else f"{by}_id"
    return {getattr(document, name)}


def _price(cents: int | None) -> int:
    return 2**32 if cents is None else min(cents, LARGEST_PRICE_CENTS)


def _sort_value(document: Document, sort: SortKey) -> int | bytes | None:
    match sort:
        case SortKey.PRICE:
            return None if document.price_cents is None else _price(document.price_cents)
        case SortKey.YEAR:
            return document.year or None
        case SortKey.COREPRICE:
            return document.core_price_cents
        case SortKey.DATE_ADDED:
            return document.added_at
        case SortKey.TYPE:
            return fold(document.category)[:48].encode() or None
        case SortKey.DISTANCE:
            raise ValueError("no index sorts by distance")
        case _:
            return fold(getattr(document, sort))[:48].encode() or None
