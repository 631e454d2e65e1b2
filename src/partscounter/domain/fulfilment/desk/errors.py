"""Refusals at the order desk."""

from partscounter.kit.refusal import Conflict, Invalid


class InvalidStep(Invalid):
    """The step as asked for cannot be taken; every reason is listed."""

    code = "invalid_step"


class OrderChanged(Conflict):
    """The order is not any more as it was when the step was decided on."""

    code = "order_changed"
