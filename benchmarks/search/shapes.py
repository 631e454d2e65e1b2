"""The shapes of search that the benchmark asks, some dozen seeded questions of each."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from random import Random

from benchmarks.search.field import CITIES, SEED, STORES
from benchmarks.search.field import Field as World
from benchmarks.search.items import documents
from partscounter.search import Document, Field, Filter, Point, SearchRequest, SortKey, parse_keywords
from partscounter.search.tokens import squashed_numbers

QUESTIONS = 16
_SAMPLE = 20_000
_MILES = 100


@dataclass(frozen=True)
class Question:
    """One search; or, with `counted`, how many items have each value of a field; or, with `uid`, what one item is."""

    request: SearchRequest
    counted: Field | None = None
    uid: int | None = None


@dataclass(frozen=True)
class Shape:
    """Questions of one kind. The cost of a `narrow` one should hardly grow with the number of items."""

    name: str
    questions: tuple[Question, ...]
    narrow: bool = False


def build_shapes(field: World, names: str = "", questions: int = QUESTIONS) -> list[Shape]:
    """Every shape; the same questions whatever the number of items."""
    draw = _Draw(field, Random(SEED + 2))  # noqa: S311 - a repeatable choice, no secret
    shapes = [
        Shape(name, tuple(make(draw) for _ in range(questions)), name in _NARROW) for name, make in _MAKERS.items()
    ]
    return [shape for shape in shapes if names in shape.name]


class _Draw:
    """What questions are drawn from: some of the items themselves, so that narrow questions find something."""

    def __init__(self, field: World, random: Random) -> None:
        self.random = random
        self.words = field.words
        self.items = [item for item in islice(documents(field, _SAMPLE), _SAMPLE) if item.model_ids]
        self.numbered = [item for item in self.items if item.oem_number]

    @property
    def item(self) -> Document:
        return self.random.choice(self.items)

    def word(self, first: int, last: int) -> str:
        """A word of those ranks, 0 the commonest."""
        return self.words[self.random.randrange(first, last)]

    def shops(self, number: int) -> frozenset[int]:
        return frozenset(self.random.sample(range(1, STORES + 1), number))

    def place(self) -> Point:
        return Point(*self.random.choice(CITIES))

    def type(self) -> frozenset[int]:
        return frozenset({self.item.part_type_id})


def _asked(wanted: Filter, **more: object) -> Question:
    return Question(SearchRequest(wanted, **more))  # type: ignore[arg-type]  # named and typed by the caller


def _counted(field: Field, wanted: Filter) -> Question:
    return Question(SearchRequest(wanted), field)


def _type_make_model(draw: _Draw) -> Question:
    item = draw.item
    part_types = frozenset({item.part_type_id})
    return _asked(Filter(part_types=part_types, makes=frozenset(item.make_ids), models=frozenset(item.model_ids)))


def _make_keyword(draw: _Draw) -> Question:
    return _asked(Filter(makes=frozenset(draw.item.make_ids), keywords=parse_keywords(draw.word(0, 2_000))))


def _rare_keyword(draw: _Draw) -> Question:
    return _asked(Filter(keywords=parse_keywords(draw.item.vendor_sku)))


def _common_keywords(draw: _Draw) -> Question:
    return _asked(Filter(keywords=parse_keywords(f"{draw.word(0, 20)} {draw.word(20, 60)}")))


def _or_groups(draw: _Draw) -> Question:
    spelled = f"({draw.word(0, 60)}|{draw.word(60, 200)}) ({draw.word(0, 200)}|{draw.word(200, 2_000)})"
    return _asked(Filter(keywords=parse_keywords(spelled)))


def _infix(draw: _Draw) -> Question:
    number = min(squashed_numbers((draw.random.choice(draw.numbered).oem_number,)))
    start = draw.random.randint(1, 3)
    return _asked(Filter(keywords=parse_keywords(number[start : start + draw.random.randint(5, 7)])))


def _year_range(draw: _Draw) -> Question:
    first = draw.random.randint(1990, 2015)
    return _asked(Filter(part_types=draw.type(), year_from=first, year_to=first + 6))


def _deep(draw: _Draw, **more: object) -> Question:
    wanted = Filter(
        stores=draw.shops(300),
        makes=frozenset(draw.item.make_ids),
        categories=frozenset({1}),
        lines=frozenset({1}),
        **more,  # type: ignore[arg-type]  # named and typed by the caller
    )
    return _asked(wanted, sort=SortKey.DATE_ADDED, descending=True)


def _deep_everything(draw: _Draw) -> Question:
    return _deep(draw, year_from=2005, year_to=2018, price_from=5_000, keywords=parse_keywords(draw.word(0, 40)))


_MAKERS: dict[str, Callable[[_Draw], Question]] = {
    "type + make + model": _type_make_model,
    "make + keyword": _make_keyword,
    "rare keyword": _rare_keyword,
    "two common keywords": _common_keywords,
    "OR groups": _or_groups,
    "part number, infix": _infix,
    "wildcard by price": lambda _: _asked(Filter()),
    "wildcard by price, dearest first": lambda _: _asked(Filter(), sort=SortKey.PRICE, descending=True),
    "wildcard of one line by price": lambda _: _asked(Filter(lines=frozenset({1}))),
    "wildcard by price, page 1000": lambda _: _asked(Filter(), page_number=1000),
    "type, 100 miles, by distance": lambda draw: _asked(
        Filter(part_types=draw.type()), origin=draw.place(), radius_miles=_MILES
    ),
    "wildcard by distance": lambda draw: _asked(Filter(), origin=draw.place()),
    "type + year range": _year_range,
    "facet: makes of a type": lambda draw: _counted(Field.MAKE, Filter(part_types=draw.type())),
    "facet: models of type + make": lambda draw: _counted(
        Field.MODEL, Filter(part_types=draw.type(), makes=frozenset(draw.item.make_ids))
    ),
    "facet: types of 300 stores": lambda draw: _counted(Field.PART_TYPE, Filter(stores=draw.shops(300))),
    "facet: types, wildcard": lambda _: _counted(Field.PART_TYPE, Filter()),
    "item look-up": lambda draw: Question(SearchRequest(Filter()), uid=draw.item.uid),
    "type by description": lambda draw: _asked(Filter(part_types=draw.type()), sort=SortKey.DESCRIPTION),
    "type by make and model": lambda draw: _asked(Filter(part_types=draw.type()), sort=SortKey.MAKE_MODEL),
    "type by description, page 1000": lambda draw: _asked(
        Filter(part_types=frozenset({draw.random.randint(1, 4)})), sort=SortKey.DESCRIPTION, page_number=1000
    ),
    "wildcard by part name": lambda _: _asked(Filter(), sort=SortKey.PART_NAME),
    "wildcard by OEM number, page 1000": lambda _: _asked(Filter(), sort=SortKey.OEM_NUMBER, page_number=1000),
    "300 stores + make + USED, newest first": _deep,
    "the same + years, price, keyword": _deep_everything,
}
_NARROW = {"type + make + model", "rare keyword", "part number, infix", "item look-up"}
