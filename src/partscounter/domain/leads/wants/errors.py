"""Refusals about wants."""

from partscounter.kit.refusal import Invalid, NotFound


class UnknownWant(NotFound):
    """No such want, or not the caller's own."""

    code = "unknown_want"


class TooVague(Invalid):
    """A want names a part type, a make or a model, in words that can be the name of something."""

    code = "want_too_vague"
