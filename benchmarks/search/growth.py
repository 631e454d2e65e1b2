"""`python -m benchmarks.search.growth`: what the narrow shapes cost at two sizes of the stock, asked in turn.

Both indexes are made in the folder if they are not there, which takes twenty minutes for ten million items.
"""

import argparse
from collections.abc import Callable
from pathlib import Path

from tantivy import Index

from benchmarks.search.build import index_of
from benchmarks.search.field import Field, build_field
from benchmarks.search.measure import side_by_side
from benchmarks.search.ours import Forgetful, prepared
from benchmarks.search.shapes import QUESTIONS, Question, build_shapes
from partscounter.search import Search
from partscounter.search.tantivy.generations import current_generation

Asker = Callable[[Question], Callable[[], tuple[int, tuple[int, ...]]]]


def main() -> None:
    """Run it."""
    given = _arguments()
    field = build_field()
    small, large = (_asker(given.folder, field, items) for items in (given.small, given.large))
    print(f"milliseconds p50 / p95; {given.small:,} and {given.large:,} items\n")
    print("| shape | small | large | large / small | hits |\n|---|---:|---:|---:|---|")
    for shape in build_shapes(field, given.only, given.questions):
        if not shape.narrow:
            continue
        calls = [(small(question), large(question)) for question in shape.questions]
        hits = [sorted(call()[0] for call in of_size)[len(calls) // 2] for of_size in zip(*calls, strict=True)]
        times = side_by_side(calls, given.rounds)
        columns = " | ".join(f"{each.p50:.2f} / {each.p95:.2f}" for each in times)
        print(
            f"| {shape.name} | {columns} | {times[1].p50 / times[0].p50:.2f} | {hits[0]:,}, {hits[1]:,} |", flush=True
        )


def _asker(folder: Path, field: Field, items: int) -> Asker:
    points = {shop.id: shop.point for shop in field.shops}
    reader = index_of(folder, field, items)
    index = Index.open(str(current_generation(folder / f"index-{items}")))
    search = Search(Forgetful(reader, index.searcher(), index.schema), lambda: points)
    return lambda question: prepared(search, reader, question)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--small", type=int, default=1_000_000)
    parser.add_argument("--large", type=int, default=10_000_000)
    parser.add_argument("--questions", type=int, default=QUESTIONS, help="how many of each shape")
    parser.add_argument("--rounds", type=int, default=4, help="how often each question is asked")
    parser.add_argument("--only", default="", help="only the shapes whose name holds this")
    parser.add_argument("--folder", type=Path, default=Path("data/benchmark"), help="where the indexes are kept")
    return parser.parse_args()


if __name__ == "__main__":
    main()
