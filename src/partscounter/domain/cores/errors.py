"""Refusals about cores."""

from partscounter.kit.refusal import Conflict, Invalid, NotFound


class UnknownCore(NotFound):
    """The line bears no core charge."""

    code = "unknown_core"


class TooManyCores(Conflict):
    """Fewer cores are outstanding than came back."""

    code = "too_many_cores"


class InvalidCore(Invalid):
    """A return or terms that cannot be; every reason is listed."""

    code = "invalid_core"
