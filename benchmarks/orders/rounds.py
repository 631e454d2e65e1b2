"""Rounds in which every candidate has its turn, so that what else the machine does falls on all of them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from statistics import median

from benchmarks.orders.load import Measured
from benchmarks.orders.serving import Serving

Drive = Callable[[Serving, Iterator[bytes]], Measured]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A server with updates of its own."""

    serving: Serving
    bodies: Iterator[bytes]


@dataclass(frozen=True, slots=True)
class Rounds:
    """The rounds of one candidate, with the processor milliseconds that an update cost its server in each."""

    measured: tuple[Measured, ...]
    cpu: tuple[float, ...]

    @property
    def per_second(self) -> float:
        return median(each.per_second for each in self.measured)


def run(candidates: Mapping[str, Candidate], drive: Drive, rounds: int) -> dict[str, Rounds]:
    """One round to warm up, then `rounds` that count."""
    for candidate in candidates.values():
        drive(candidate.serving, candidate.bodies)
    turns: dict[str, list[tuple[Measured, float]]] = {name: [] for name in candidates}
    for _ in range(rounds):
        for name, candidate in candidates.items():
            before = candidate.serving.cpu_seconds
            measured = drive(candidate.serving, candidate.bodies)
            used = candidate.serving.cpu_seconds - before
            turns[name].append((measured, used / measured.answered * 1000))
    return {name: Rounds(tuple(m for m, _ in each), tuple(c for _, c in each)) for name, each in turns.items()}


def table(found: Mapping[str, Rounds], ours: str) -> list[str]:
    """Lines of a table in Markdown; the ratios are of medians, ours over the other's."""
    lines = [
        "| version | updates a second: median (least to most) | p50 ms | p95 ms | server CPU ms | ours / this |",
        "|---|---|---|---|---|---|",
    ]
    for name, rounds in found.items():
        speeds = sorted(each.per_second for each in rounds.measured)
        p50, p95 = (median(each.percentile(share) for each in rounds.measured) for share in (0.5, 0.95))
        ratio = found[ours].per_second / rounds.per_second
        spread = f"{rounds.per_second:,.0f} ({speeds[0]:,.0f} to {speeds[-1]:,.0f})"
        lines.append(f"| {name} | {spread} | {p50:.1f} | {p95:.1f} | {median(rounds.cpu):.2f} | {ratio:.2f} |")
    return lines
