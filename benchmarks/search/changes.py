"""`python -m benchmarks.search.changes`: the same searches on a quiet index, and while fifty items a second change.

A process of its own writes, in one commit a second, as the follower of the database does. It works on a copy.
"""

import argparse
import multiprocessing
import shutil
from itertools import islice
from pathlib import Path
from threading import Event as ThreadEvent
from time import perf_counter

from benchmarks.search.build import index_of
from benchmarks.search.field import build_field
from benchmarks.search.items import documents
from benchmarks.search.measure import Times, time_call
from benchmarks.search.ours import prepared
from benchmarks.search.shapes import build_shapes
from partscounter.search import Batch, Search, TantivyReader, TantivyWriter

_CHANGES_A_SECOND = 50
_QUESTIONS = 3


def main() -> None:
    """Quiet and busy in turn, so that what else the machine does weighs on both."""
    given = _arguments()
    index_of(given.folder, build_field(), given.items)
    copy = given.folder / "index-changing"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(given.folder / f"index-{given.items}", copy, symlinks=True)
    go, stop = multiprocessing.Event(), multiprocessing.Event()
    writer = multiprocessing.Process(target=_write, args=(copy, go, stop))
    writer.start()
    quiet, busy = Times(()), Times(())
    try:
        for _ in range(given.turns):
            go.clear()
            quiet = Times(quiet.milliseconds + _searches(copy, given.seconds))
            go.set()
            busy = Times(busy.milliseconds + _searches(copy, given.seconds))
    finally:
        stop.set()
        go.set()
        writer.join()
        shutil.rmtree(copy)
    print(f"quiet p50 {quiet.p50:.2f} p95 {quiet.p95:.2f} ms, {len(quiet.milliseconds)} searches")
    print(f"while {_CHANGES_A_SECOND} items a second change p50 {busy.p50:.2f} p95 {busy.p95:.2f} ms, "
          f"{len(busy.milliseconds)} searches; p95 {busy.p95 / quiet.p95:.2f} times the quiet one")  # fmt: skip


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--items", type=int, default=1_000_000)
    parser.add_argument("--seconds", type=float, default=5)
    parser.add_argument("--turns", type=int, default=3)
    parser.add_argument("--folder", type=Path, default=Path("data/benchmark"))
    return parser.parse_args()


def _searches(root: Path, seconds: float) -> tuple[float, ...]:
    """Every shape in turn until the time is over; totals and pages are remembered as in the program."""
    field = build_field()
    points = {shop.id: shop.point for shop in field.shops}
    reader = TantivyReader(root)
    search = Search(reader, lambda: points)
    calls = [
        prepared(search, reader, question)
        for shape in build_shapes(field, "", _QUESTIONS)
        for question in shape.questions
    ]
    for call in calls:
        call()
    times: list[float] = []
    until = perf_counter() + seconds
    while perf_counter() < until:
        times.extend(time_call(call) for call in calls)
    return tuple(times)


def _write(root: Path, go: ThreadEvent, stop: ThreadEvent) -> None:
    changed = documents(build_field(), 1_000_000)
    with TantivyWriter(root) as writer:
        cursor = writer.watermark()
        while not stop.is_set():
            go.wait()
            batch = Batch(tuple(islice(changed, _CHANGES_A_SECOND)))
            cursor += 1
            writer.apply(batch, cursor)
            stop.wait(1)


if __name__ == "__main__":
    main()
