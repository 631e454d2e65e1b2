"""One row of the table for each shape: our search, bare Tantivy and PostgreSQL, asked the same questions in turn."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from tantivy import Index

from benchmarks.search.bare import Bare
from benchmarks.search.build import index_of
from benchmarks.search.field import Field
from benchmarks.search.measure import Times, in_a_row, side_by_side
from benchmarks.search.ours import Forgetful, prepared
from benchmarks.search.postgres import Postgres, postgres_of
from benchmarks.search.shapes import Shape
from partscounter.search import IndexReader, Search
from partscounter.search.tantivy.generations import current_generation


@dataclass(frozen=True)
class Compared:
    """What one shape took."""

    shape: Shape
    hits: int
    """The median of its questions."""
    ours: Times
    bare: Times
    postgres: Times | None
    ours_in_a_row: Times
    bare_in_a_row: Times


@dataclass(frozen=True)
class Systems:
    """What is compared."""

    ours: Search
    items: IndexReader
    """Where ours looks up one item."""
    bare: Bare
    postgres: Postgres | None


def compare(
    folder: Path, field: Field, items: int, rounds: int, shapes: Sequence[Shape], *, with_postgres: bool
) -> Iterator[Compared]:
    """A row for each shape. AssertionError where totals or pages differ."""
    points = {shop.id: shop.point for shop in field.shops}
    reader = index_of(folder, field, items)
    index = Index.open(str(current_generation(folder / f"index-{items}")))
    with ExitStack() as stack:
        postgres = stack.enter_context(postgres_of(folder, field, items)) if with_postgres else None
        systems = Systems(
            ours=Search(Forgetful(reader, index.searcher(), index.schema), lambda: points),
            items=reader,
            bare=Bare(index, points),
            postgres=None if postgres is None else Postgres(postgres, points),
        )
        for shape in shapes:
            yield _compare(systems, shape, rounds)


def _compare(systems: Systems, shape: Shape, rounds: int) -> Compared:
    totals = sorted(_agreed(systems, shape))
    questions = [
        [
            prepared(systems.ours, systems.items, question),
            systems.bare.prepared(question),
            *([systems.postgres.prepared(question)] if systems.postgres else []),
        ]
        for question in shape.questions
    ]
    times = side_by_side(questions, rounds)
    return Compared(
        shape,
        totals[len(totals) // 2],
        ours=times[0],
        bare=times[1],
        postgres=times[2] if len(times) > 2 else None,
        ours_in_a_row=in_a_row([calls[0] for calls in questions]),
        bare_in_a_row=in_a_row([calls[1] for calls in questions]),
    )


def _agreed(systems: Systems, shape: Shape) -> Sequence[int]:
    """The totals, on which all must agree; and on every uid of every page."""
    totals = []
    for question in shape.questions:
        total, page = prepared(systems.ours, systems.items, question)()
        assert total == systems.bare.prepared(question)(), f"bare Tantivy disagrees: {shape.name} {question}"
        if systems.postgres is not None:
            expected = systems.postgres.prepared(question)()
            assert (total, list(page)) == expected, f"PostgreSQL disagrees: {shape.name} {question}"
        totals.append(total)
    return totals
