"""Refusals about service kits."""

from partscounter.kit.refusal import Conflict, Invalid


class InvalidKit(Invalid):
    """A part of what is said of the kit is wrong; `violations` names each."""

    code = "invalid_kit"


class KitTaken(Conflict):
    """There is another kit for the same make, model, hours and name."""

    code = "kit_taken"
