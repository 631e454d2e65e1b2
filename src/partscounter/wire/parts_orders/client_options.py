"""What can be set for a client of this contract; the reasons stand in `quirks.py`."""

from collections.abc import Mapping

from partscounter.domain.access import OptionValue
from partscounter.kit.refusal import Invalid, Violation
from partscounter.web.client_options import SWITCH, ClientOption, ClientOptions


class InvalidOptions(Invalid):
    """Some options of a client do not exist, or cannot have this value; each is named."""

    code = "invalid_parts_orders_options"


_OPTIONS = (
    ClientOption("numeric_expires_in", "expires_in of a token is a number, not text", SWITCH),
    ClientOption("single_part_as_object", "parts of an order of one line is an object, not a list", SWITCH),
)
_NAMES = frozenset(option.name for option in _OPTIONS)


def check_options(options: Mapping[str, OptionValue]) -> None:
    """Refuses with InvalidOptions."""
    unknown = [Violation(name, f"is none of {', '.join(sorted(_NAMES))}") for name in options if name not in _NAMES]
    wrong = [
        Violation(name, "must be true or false", value)
        for name, value in options.items()
        if name in _NAMES and not isinstance(value, bool)
    ]
    if unknown or wrong:
        raise InvalidOptions("these options are not right", (*unknown, *wrong))


OPTIONS = ClientOptions(_OPTIONS, check_options)
