"""`python -m benchmarks.search`: how long searches take, beside bare Tantivy and a tuned PostgreSQL, as a table.

Index and database are kept in the folder for the next run. Every total and every page is compared before it is timed.
"""

import argparse
import statistics
from pathlib import Path

from benchmarks.search.compare import Compared, compare
from benchmarks.search.field import build_field
from benchmarks.search.shapes import QUESTIONS, build_shapes

_HEAD = """| shape | hits | ours p50 / p95 | bare Tantivy | ours / bare | in a row | PostgreSQL | PostgreSQL / ours |
|---|---:|---:|---:|---:|---:|---:|---:|"""


def main() -> None:
    """Run it."""
    given = _arguments()
    given.folder.mkdir(parents=True, exist_ok=True)
    print(f"{given.items:,} items, milliseconds, one thread; the three take turns with each question\n\n{_HEAD}")
    rows = []
    field = build_field()
    shapes = build_shapes(field, given.only, given.questions)
    found = compare(given.folder, field, given.items, given.rounds, shapes, with_postgres=not given.no_postgres)
    for row in found:
        rows.append(row)
        print(_line(row), flush=True)
    print(f"\n{_summary(rows)}\nmemory: {_memory()}")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--items", type=int, default=1_000_000)
    parser.add_argument("--questions", type=int, default=QUESTIONS, help="how many of each shape")
    parser.add_argument("--rounds", type=int, default=3, help="how often each question is asked")
    parser.add_argument("--folder", type=Path, default=Path("data/benchmark"), help="where index and database are kept")
    parser.add_argument("--only", default="", help="only the shapes whose name holds this")
    parser.add_argument("--no-postgres", action="store_true")
    return parser.parse_args()


def _line(row: Compared) -> str:
    ratio = row.ours.p50 / row.bare.p50
    postgres, factor = "", ""
    if row.postgres is not None:
        postgres = f"{row.postgres.p50:.2f} / {row.postgres.p95:.2f}"
        factor = f"{row.postgres.p50 / row.ours.p50:.1f}"
    ours, bare = (f"{times.p50:.2f} / {times.p95:.2f}" for times in (row.ours, row.bare))
    in_a_row = f"{row.ours_in_a_row.p50:.2f} and {row.bare_in_a_row.p50:.2f}"
    return f"| {row.shape.name} | {row.hits:,} | {ours} | {bare} | {ratio:.2f} | {in_a_row} | {postgres} | {factor} |"


def _summary(rows: list[Compared]) -> str:
    slowest = max(rows, key=lambda row: row.ours.p95)
    dearest = max(rows, key=lambda row: row.ours.p50 / row.bare.p50)
    said = [
        f"slowest p95: {slowest.ours.p95:.1f} ms ({slowest.shape.name})",
        f"largest ratio to bare Tantivy: {dearest.ours.p50 / dearest.bare.p50:.2f} ({dearest.shape.name})",
    ]
    factors = [row.postgres.p50 / row.ours.p50 for row in rows if row.postgres is not None]
    if factors:
        said.append(f"median shape: {statistics.median(factors):.1f} times as fast as PostgreSQL")
    return "\n".join(said)


def _memory() -> str:
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    wanted = ("VmRSS", "RssAnon", "RssFile")
    return ", ".join(" ".join(line.split()) for line in lines if line.startswith(wanted))


main()
