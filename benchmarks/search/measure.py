"""Timing calls side by side, so that what disturbs one of them disturbs the others as well."""

import gc
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import cycle, islice
from time import perf_counter

Call = Callable[[], object]
IN_A_ROW = 5


@dataclass(frozen=True)
class Times:
    """Milliseconds of many calls."""

    milliseconds: tuple[float, ...]

    def percentile(self, percent: float) -> float:
        """The time within which that share of the calls came back."""
        ordered = sorted(self.milliseconds)
        return ordered[min(len(ordered) - 1, int(len(ordered) * percent / 100))]

    @property
    def p50(self) -> float:
        return self.percentile(50)

    @property
    def p95(self) -> float:
        return self.percentile(95)


def time_call(call: Call) -> float:
    """Milliseconds of one call."""
    started = perf_counter()
    call()
    return (perf_counter() - started) * 1_000


def in_a_row(calls: Sequence[Call], times: int = IN_A_ROW) -> Times:
    """For each of the calls, the least that it took of so many times one after the other: with its code, its lists and
    its columns in the processor's caches, where another system's question before it would have driven them out."""
    least = []
    for call in calls:
        gc.collect()
        gc.disable()
        least.append(min(time_call(call) for _ in range(times)))
        gc.enable()
    return Times(tuple(least))


def side_by_side(questions: Sequence[Sequence[Call]], rounds: int) -> list[Times]:
    """Times for each system. `questions` holds, for each question, one call per system; each is first asked once
    without the clock, then `rounds` times in turn. Python's garbage collector runs before each question, not within.

    What came before decides what a short call finds in the processor's caches: bare Tantivy takes up to 2.7 times as
    long after another system as after itself. So they take turns in one direction for one question and in the other for
    the next, and each comes as often after any of the others.
    """
    systems = len(questions[0])
    times: list[list[float]] = [[] for _ in range(systems)]
    for number, calls in enumerate(questions):
        order = range(systems) if number % 2 else range(systems - 1, -1, -1)
        gc.collect()
        gc.disable()
        for system in order:
            calls[system]()
        for system in islice(cycle(order), rounds * systems):
            times[system].append(time_call(calls[system]))
        gc.enable()
    return [Times(tuple(each)) for each in times]
