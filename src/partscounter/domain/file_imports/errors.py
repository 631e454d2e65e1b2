"""Refusals about imports that were handed in."""

from partscounter.kit.refusal import Forbidden, Invalid, NotFound


class UnknownFileImport(NotFound):
    """There is no such import, or it is another's."""

    code = "unknown_import"


class KeyUsed(Invalid):
    """The Idempotency-Key came before, with another file or other choices."""

    code = "idempotency_key_used"


class NotAllowed(Forbidden):
    """The credential that handed the file in may not import any more."""

    code = "not_allowed"
