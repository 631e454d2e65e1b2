"""Why a verb said no. Doors turn these into their own contract's words; anything else raised is a bug.

Refusal
├── NotFound     the thing named does not exist, or is not the actor's to see
├── Invalid      the request itself is wrong; names every wrong field at once
├── Conflict     right in itself, but not in the present state
├── Forbidden    the actor is known and may not
└── Unavailable  right and allowed, but cannot be done just now; says when to come back

A concept subclasses one of the five with its own `code`. None of them is a frozen dataclass: an exception must let
the interpreter set its traceback.
"""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Violation:
    """One wrong field: where it is (a JSON path such as `parts[0].quantity`), what was sent, what is wrong with it."""

    field: str
    issue: str
    value: object = None


class Refusal(Exception):
    """The verb changed nothing and says why."""

    code: ClassVar[str] = "refused"

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class NotFound(Refusal):
    """The thing named does not exist for this actor."""

    code = "not_found"


class Invalid(Refusal):
    """The request is wrong in itself; `violations` lists every wrong field."""

    code = "invalid"

    def __init__(self, message: str, violations: tuple[Violation, ...] = ()) -> None:
        super().__init__(message)
        self.violations = violations


class Conflict(Refusal):
    """The request is right in itself but contradicts the present state."""

    code = "conflict"


class Forbidden(Refusal):
    """The actor is known and may not do this."""

    code = "forbidden"


class Unavailable(Refusal):
    """It cannot be done just now; `retry_after` is in seconds."""

    code = "unavailable"

    def __init__(self, message: str, retry_after: int = 1) -> None:
        super().__init__(message)
        self.retry_after = retry_after
