"""Refusals about imports that were handed in."""

from partscounter.kit.refusal import Conflict, Forbidden, Invalid, NotFound


class UnknownFileImport(NotFound):
    """There is no such import, or it is another's."""

    code = "unknown_import"


class KeyUsed(Invalid):
    """The Idempotency-Key came before, with another file or other choices."""

    code = "idempotency_key_used"


class NotAllowed(Forbidden):
    """Who handed the file in may not import it, or not any more."""

    code = "not_allowed"


class NoPlan(Conflict):
    """It is no dry run that ended well, so there is nothing to carry out."""

    code = "no_plan"


class NothingToUndo(Conflict):
    """Only an inventory import that was done, not longer than a month ago, can be taken back; and only once."""

    code = "nothing_to_undo"
