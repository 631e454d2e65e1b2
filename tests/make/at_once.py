"""Several acts at the same moment, each in a thread of its own: they start together, so that they really meet."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TypeVar

from partscounter.kit.refusal import Refusal

T = TypeVar("T")


def at_once(*acts: Callable[[], T]) -> list[T | Refusal]:
    """What each act returned, or how it was refused; anything else that is raised is raised here."""
    start = Barrier(len(acts))

    def act_with_the_others(act: Callable[[], T]) -> T | Refusal:
        start.wait()
        try:
            return act()
        except Refusal as refused:
            return refused

    with ThreadPoolExecutor(max_workers=len(acts)) as actors:
        return list(actors.map(act_with_the_others, acts))
