"""The checks of an update's parts list (rows 13 and 14), and the list as the domain takes it."""

from collections.abc import Container, Sequence

from partscounter.domain.fulfilment import UpdatePart
from partscounter.kit.text import squash
from partscounter.wire.order_tracking import value
from partscounter.wire.order_tracking.sent import Json
from partscounter_contracts.order_tracking import HIGHEST_QUANTITY, LONGEST_PARTS_LIST, PART_NUMBER_LENGTH


def any_wrong_status(parts: Sequence[object]) -> bool:
    """Whether a part has a status that is none of the ten."""
    return any(value.is_wrong_status(part.get("status")) for part in parts if isinstance(part, dict))


def are_well_formed(parts: Sequence[object]) -> bool:
    """Whether `parts` is a list of 1 to 500 well-formed parts."""
    if not 0 < len(parts) <= LONGEST_PARTS_LIST:
        return False
    return all(map(_key_of, parts))


def are_parts_of(part_keys: Container[str], parts: Sequence[object]) -> bool:
    """The same, and whether all are on the document with these part keys."""
    if not 0 < len(parts) <= LONGEST_PARTS_LIST:
        return False
    keys = [_key_of(part) for part in parts]
    return "" not in keys and all(key in part_keys for key in keys)


def read_part(part: Json) -> UpdatePart:
    """A well-formed part."""
    number, quantity = part["partNumber"], part["quantity"]
    if not isinstance(number, str) or not isinstance(quantity, int):
        raise TypeError("the part has not been checked")
    return UpdatePart(number, quantity, value.text_or_empty(part.get("status")))


def _key_of(part: object) -> str:
    """The squashed number of a well-formed part; "" of any other. Asked of each of up to 500 parts.

    A number has at most 8 characters, not counting hyphens, and one more in all ("Request body": 1R-1808 and 1R1808).
    """
    if not isinstance(part, dict) or not _is_quantity(part.get("quantity")):
        return ""
    number = value.text_within(part.get("partNumber"), PART_NUMBER_LENGTH + 1)
    if number is None or len(number.replace("-", "")) > PART_NUMBER_LENGTH:
        return ""
    return squash(number)


def _is_quantity(quantity: object) -> bool:
    """A JSON integer; 1.0 is none, nor is true."""
    return type(quantity) is int and 1 <= quantity <= HIGHEST_QUANTITY
