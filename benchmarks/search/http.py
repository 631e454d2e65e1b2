"""`python -m benchmarks.search.http`: pages of 25 results through HTTP, beside servers that only return the bytes.

Then two things that must hold while it serves: a feed of all items takes no memory, and a rebuilt index comes into use
without a failed or other answer.
"""

import argparse
import json
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from itertools import cycle, islice, product
from os import getloadavg
from pathlib import Path
from random import Random
from statistics import median
from urllib.parse import quote

from benchmarks.orders.load import Measured
from benchmarks.orders.serving import Serving, counter, module
from benchmarks.search.clients import closed_loop, compare_during, feed_length, get_all
from benchmarks.search.field import SEED, Field, build_field
from benchmarks.search.items import documents
from benchmarks.search.shop import shop_of
from partscounter.app import index_root
from partscounter.search import rebuild
from partscounter.search.source import DatabaseSource

_ROWS = 25
_COMMON, _FEWEST_YEARS = 100, 8
_OURS, _PIPELINE, _BARE = "search", "bytes through the same web layer", "bytes through bare Starlette"


def main() -> None:
    """Run it."""
    given = _arguments()
    field = build_field()
    with ExitStack() as stack:
        app = stack.enter_context(shop_of(given.folder, field, given.items))
        home, logs = app.settings.server.data_dir, Path(stack.enter_context(tempfile.TemporaryDirectory()))
        ours = stack.enter_context(counter(home, log=logs / "ours"))
        expected = _full_pages(ours, field, given.items, given.searches)
        (logs / "body").write_bytes(sorted(expected.values(), key=len)[len(expected) // 2])
        servers = {_OURS: ours}
        for name, kind in ((_PIPELINE, "pipeline"), (_BARE, "bare")):
            arguments = (kind, str(home), str(logs / "body"))
            servers[name] = stack.enter_context(module("benchmarks.search.memory", *arguments, log=logs / kind))
        print(f"\n{len(expected)} searches in turn")
        _compare(servers, cycle(expected), cycle(expected), given.rounds, given.seconds)
        print("\nno search twice")
        _compare(servers, _new_paths(field), cycle(expected), given.rounds, given.seconds)
        print(_feed(ours))
        source = DatabaseSource(app.database)
        answered, wrong = compare_during(
            ours.port,
            expected,
            lambda: rebuild(index_root(app.settings), source.read_all, source.read_events, source.load_documents),
        )
        after = get_all(ours.port, list(expected)) == expected
        print(f"\nrebuild: {answered:,} answers meanwhile, {wrong} failed or different; the same after: {after}")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--items", type=int, default=100_000)
    parser.add_argument("--searches", type=int, default=50, help="how many different ones, asked in turn")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=3)
    parser.add_argument("--folder", type=Path, default=Path("data/benchmark"))
    return parser.parse_args()


def _full_pages(ours: Serving, field: Field, items: int, searches: int) -> dict[str, bytes]:
    """Searches for a part type of a make that have a full page, with their answers."""
    found: dict[str, bytes] = {}
    candidates = _paths(field, items)
    while len(found) < searches and (some := tuple(islice(candidates, searches))):
        answers = get_all(ours.port, some)
        found |= {path: body for path, body in answers.items() if len(json.loads(body)["results"]) == _ROWS}
    return dict(islice(found.items(), searches))


def _paths(field: Field, items: int) -> Iterator[str]:
    seen = set()
    for item in documents(field, items):
        words = (item.part_name, field.makes[item.make_ids[0] - 1] if item.make_ids else "*", "*")
        path = "/inventory/search/" + "/".join(quote(word, safe="*") for word in words)
        if path not in seen:
            seen.add(path)
            yield path


def _new_paths(field: Field) -> Iterator[str]:
    """Searches for the commoner part types within some years, none of them twice."""
    years = [f"{first},{last}" for first in range(1990, 2015) for last in range(first + _FEWEST_YEARS, 2024)]
    searches = list(product(field.part_types[:_COMMON], years))
    Random(SEED).shuffle(searches)  # noqa: S311 - a repeatable choice, no secret
    for part_type, span in searches:
        yield f"/inventory/search/{quote(part_type)}/*/*?year_range={span}"
    raise ValueError("all searches have been asked: fewer rounds, or shorter ones")


def _compare(
    servers: dict[str, Serving], searches: Iterator[str], others: Iterator[str], rounds: int, seconds: float
) -> None:
    turns: dict[str, list[tuple[Measured, float]]] = {name: [] for name in servers}
    for turn in range(rounds + 1):
        for name, serving in servers.items():
            before = serving.cpu_seconds
            measured = closed_loop(serving.port, searches if name == _OURS else others, seconds)
            if turn:  # the first warms up
                turns[name].append((measured, (serving.cpu_seconds - before) / measured.answered * 1000))
    load = ", ".join(f"{each:.0f}" for each in getloadavg())
    print(f"pages of {_ROWS} rows, {rounds} rounds of {seconds:g} s, load {load}\n")
    print("| server | requests a second | p50 ms | p95 ms | server CPU ms | search / this | by CPU |")
    print("|---|---:|---:|---:|---:|---:|---:|")
    speed = {name: median(measured.per_second for measured, _ in each) for name, each in turns.items()}
    cpu = {name: median(used for _, used in each) for name, each in turns.items()}
    for name, each in turns.items():
        p50, p95 = (median(measured.percentile(share) for measured, _ in each) for share in (0.5, 0.95))
        ratios = f"{speed[_OURS] / speed[name]:.2f} | {cpu[name] / cpu[_OURS]:.2f}"
        print(f"| {name} | {speed[name]:,.0f} | {p50:.1f} | {p95:.1f} | {cpu[name]:.2f} | {ratios} |")


def _feed(ours: Serving) -> str:
    before = _memory(ours)
    length = feed_length(ours.port)
    return (
        f"\nfeed: {length / 1e6:,.0f} MB sent; the server's memory {before:,.0f} MB before, {_memory(ours):,.0f} after"
    )


def _memory(serving: Serving) -> float:
    """The most that the process ever took, in MB."""
    lines = Path(f"/proc/{serving.pid}/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1000


if __name__ == "__main__":
    main()
