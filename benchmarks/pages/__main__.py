"""`python -m benchmarks.pages`: how soon each page that a menu leads to begins to come, and what it weighs, as a table.

It starts the demo with 100,000 generated items, signs in as each role and follows the links of the first pages. The
limit of 100 ms is asked of the demo at rest: one visitor, the load on the same machine.
"""

import argparse
import re
import statistics
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from time import perf_counter

import httpx

from partscounter.demo.accounts import PASSWORD
from tests.make.demo_process import running_demo

LIMIT_MS = 100.0
HEAVIEST_BYTES = 150_000
_FIRST = {"operator@demo.example": "/portal", "cate@demo.example": "/shop"}
_LINK = re.compile(r'href="(/(?:portal|shop|scan|account)[^"#]*)"')
_FILE = re.compile(r'(?:href|src)="(/(?:assets|static|storefront/static)/[^"]+)"')
_KEY = re.compile(r'name="form_key" value="([^"]+)"')


def main() -> None:
    """Run it. Ends with 1 where a page is over a limit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--items", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=20, help="how often each page is asked for")
    parser.add_argument("--folder", type=Path, default=Path("data/benchmark-pages"), help="where the demo is kept")
    given = parser.parse_args()
    with running_demo(given.folder, options=("--items", str(given.items))) as demo:
        print(f"{given.items:,} items, milliseconds to the first byte\n")
        print("| page | p50 | p95 | bytes with style and scripts |\n|---|---:|---:|---:|")
        kept = [
            _measure(visitor, page, given.rounds) for visitor in _visitors(demo.base_url) for page in _pages(visitor)
        ]
    raise SystemExit(0 if all(kept) else 1)


def _visitors(base_url: str) -> Iterator[httpx.Client]:
    for email, first in _FIRST.items():
        with httpx.Client(base_url=base_url, follow_redirects=True, timeout=60) as visitor:
            key = _KEY.search(visitor.get("/sign-in").text)
            assert key is not None
            fields = {"form_key": key[1], "email": email, "password": PASSWORD}
            arrived = visitor.post("/sign-in", data=fields, headers={"Origin": base_url})
            assert arrived.url.path == first, arrived.url
            yield visitor


def _pages(visitor: httpx.Client) -> list[str]:
    """The pages that the menu leads to, and those behind them; of pages that differ by a number or a query, one."""
    first = "/portal" if "operator" in visitor.get("/account").text else "/shop"
    found = {_kind(first): first}
    for page in [first, *_links(visitor, first)]:
        for each in [page, *_links(visitor, page)]:
            found.setdefault(_kind(each), each)
    return list(found.values())


def _links(visitor: httpx.Client, page: str) -> list[str]:
    return sorted({unescape(link) for link in _LINK.findall(visitor.get(page).text)})


def _kind(page: str) -> str:
    path, _, query = page.partition("?")
    return re.sub(r"\d+", "1", path) + ("?" if query else "")


def _measure(visitor: httpx.Client, page: str, rounds: int) -> bool:
    """Print the row; whether the page keeps both limits."""
    times = []
    for _ in range(rounds):
        began = perf_counter()
        with visitor.stream("GET", page) as answer:
            times.append((perf_counter() - began) * 1000)
            text = answer.read().decode("utf-8", "replace")
    weight = len(text.encode()) + sum(len(visitor.get(file).content) for file in set(_FILE.findall(text)))
    p95 = statistics.quantiles(times, n=20)[-1]
    print(f"| {page} | {statistics.median(times):.1f} | {p95:.1f} | {weight:,} |", flush=True)
    return p95 < LIMIT_MS and weight < HEAVIEST_BYTES


main()
