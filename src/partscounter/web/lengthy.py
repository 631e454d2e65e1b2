"""A handler's last step where that may take long."""

from collections.abc import Callable
from dataclasses import dataclass

from partscounter.web.answer import Answer


@dataclass(frozen=True, slots=True)
class Lengthy:
    """Returned in place of an answer by a brief endpoint that has found out that this time it is not."""

    waited_for: Callable[[], Answer]
    """The rest of the work, for a thread."""
