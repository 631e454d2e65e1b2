"""Everything that is wrong with one order, gathered before it is answered at once."""

import re
from collections.abc import Iterable

from partscounter.domain.orders import InvalidOrder
from partscounter.kit.refusal import Violation

ROOT = "$"
_STEP = re.compile(r"[.\[]")


class Findings:
    """Starts with what the types found; a rule's finding about a field that is wrong already is not added."""

    def __init__(self, wrong_in_type: Iterable[Violation] = ()) -> None:
        self._found = list(wrong_in_type)
        self._unreadable = {each.field for each in self._found}
        self._partly_unreadable = {outer for field in self._unreadable for outer in _outer_paths(field)}

    def add(self, field: str, issue: str, value: object = None) -> None:
        """Note that `value` at the JSON path `field` breaks a rule."""
        if not self.is_unreadable(field):
            self._found.append(Violation(field, issue, value))

    def is_unreadable(self, field: str) -> bool:
        """Whether the types found this field wrong, something inside it, or what it stands in."""
        if field in self._unreadable or field in self._partly_unreadable:
            return True
        return any(outer in self._unreadable for outer in (ROOT, *_outer_paths(field)))

    def check(self) -> None:
        """Refuses with InvalidOrder if anything was found."""
        if self._found:
            raise InvalidOrder("The request is not as described.", tuple(self._found))


def _outer_paths(field: str) -> list[str]:
    """What the field stands in: `parts[0].quantity` in `parts[0]` and in `parts`."""
    return [field[: found.start()] for found in _STEP.finditer(field)]
