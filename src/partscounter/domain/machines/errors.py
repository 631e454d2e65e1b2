"""Refusals about machines."""

from partscounter.kit.refusal import Conflict, Forbidden, Invalid


class InvalidMachine(Invalid):
    """Serial number, make or model cannot be kept as they are."""

    code = "invalid_machine"


class StaffOnly(Forbidden):
    """Only those who work here may do this."""

    code = "staff_only"


class MachineChanged(Conflict):
    """Somebody else has changed the machine since it was looked at."""

    code = "machine_changed"
