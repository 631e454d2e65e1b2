"""A question as SQL for PostgreSQL: the same filter, the same total order."""

from dataclasses import dataclass, field

from benchmarks.search.shapes import Question
from partscounter.search import Expression, Filter, SortKey
from partscounter.search.keywords import AllOf, Word
from partscounter.search.tokens import infix_grams

COLUMN_OF = {
    SortKey.PRICE: "price",
    SortKey.DATE_ADDED: "added_at",
    SortKey.PART_NAME: "part_name",
    SortKey.MAKE_MODEL: "make_model",
    SortKey.OEM_NUMBER: "oem_number",
    SortKey.DESCRIPTION: "description",
}
"""The sort columns that the shapes ask for."""


@dataclass
class Where:
    """Conditions and their parameters."""

    conditions: list[str] = field(default_factory=list)
    parameters: list[object] = field(default_factory=list)

    def add(self, condition: str, *parameters: object) -> None:
        self.conditions.append(condition)
        self.parameters += parameters

    @property
    def text(self) -> str:
        return "WHERE " + " AND ".join(self.conditions) if self.conditions else ""


def where_of(wanted: Filter, near: list[int] | None = None) -> Where:
    """The filter as conditions; `near` are the stores within the radius."""
    where = Where()
    sets = {
        "line": wanted.lines,
        "part_type": wanted.part_types,
        "make": wanted.makes,
        "model": wanted.models,
        "category": wanted.categories,
        "store": wanted.stores if near is None else near,
    }
    for column, ids in sets.items():
        if ids is not None:
            one = len(ids) == 1
            where.add(f"{column} = %s" if one else f"{column} = ANY(%s)", next(iter(ids)) if one else sorted(ids))
    if wanted.year_from is not None:
        where.add("year BETWEEN %s AND %s", wanted.year_from, wanted.year_to)
    if wanted.price_from is not None:
        where.add("price >= %s", wanted.price_from)
    if wanted.keywords is not None:
        condition, parameters = _keywords(wanted.keywords)
        where.add(condition, *parameters)
    return where


def page_order(question: Question) -> str:
    """The total order of `partscounter.search.query`, without distance."""
    request = question.request
    direction = "DESC" if request.descending else "ASC"
    if request.column == SortKey.PRICE:
        return f"price {direction} NULLS LAST, uid"
    return f"{COLUMN_OF[request.column]} {direction} NULLS LAST, price ASC NULLS LAST, uid"


def _keywords(expression: Expression) -> tuple[str, list[object]]:
    """A word as the inverted list of words, or of runs of four characters and then a look at the number itself."""
    if isinstance(expression, Word):
        text = expression.text
        if len(text) < 4:
            return "words @> ARRAY[%s]::text[]", [text]
        grams = sorted(set(infix_grams(text)))
        return "(words @> ARRAY[%s]::text[] OR (grams @> %s::text[] AND numbers LIKE %s))", [text, grams, f"%{text}%"]
    parts = [_keywords(part) for part in expression.parts]
    joint = " AND " if isinstance(expression, AllOf) else " OR "
    return f"({joint.join(text for text, _ in parts)})", [each for _, parameters in parts for each in parameters]
