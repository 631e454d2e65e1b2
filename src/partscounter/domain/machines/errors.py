"""Refusals about machines."""

from partscounter.kit.refusal import Forbidden, Invalid


class InvalidMachine(Invalid):
    """Serial number, make or model cannot be kept as they are."""

    code = "invalid_machine"


class StaffOnly(Forbidden):
    """Only those who work here may do this."""

    code = "staff_only"
