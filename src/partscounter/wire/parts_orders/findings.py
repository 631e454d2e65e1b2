"""Everything that is wrong with one order, gathered before it is answered at once."""

from collections.abc import Iterable

from partscounter.domain.orders import InvalidOrder
from partscounter.kit.refusal import Violation

ROOT = "$"


class Findings:
    """Starts with what the types found; a rule's finding about a field that is wrong already is not added."""

    def __init__(self, wrong_in_type: Iterable[Violation] = ()) -> None:
        self._found = list(wrong_in_type)
        self._unreadable = tuple(each.field for each in self._found)

    def add(self, field: str, issue: str, value: object = None) -> None:
        """Note that `value` at the JSON path `field` breaks a rule."""
        if not self.is_unreadable(field):
            self._found.append(Violation(field, issue, value))

    def is_unreadable(self, field: str) -> bool:
        """Whether the types found this field wrong, something inside it, or what it stands in."""
        return any(
            wrong in {ROOT, field} or _stands_in(field, wrong) or _stands_in(wrong, field) for wrong in self._unreadable
        )

    def check(self) -> None:
        """Refuses with InvalidOrder if anything was found."""
        if self._found:
            raise InvalidOrder("The order cannot be placed.", tuple(self._found))


def _stands_in(inner: str, outer: str) -> bool:
    return inner.startswith((f"{outer}.", f"{outer}["))
