"""Numbers of rows as they stand in addresses and forms."""

from typing import Final

from starlette.convertors import Convertor
from starlette.exceptions import HTTPException

from partscounter.web.visits import Visit

LARGEST: Final = 2**63 - 1
"""What both databases can be asked for."""


class RowConvertor(Convertor[str]):
    """`{id:row}` in a path: digits, as many as the number of a row can have. Addresses with others are of no page.

    Starlette's own `int` takes any number of digits, and Python then refuses to read thousands of them.
    """

    regex = f"[0-9]{{1,{len(str(LARGEST))}}}"

    def convert(self, value: str) -> str:
        return value

    def to_string(self, value: str) -> str:
        return value


def number_of(text: str) -> int | None:
    """The number that `text` is; None for anything that no row can have."""
    if not text.isascii() or not text.isdigit() or len(text) > len(str(LARGEST)):
        return None
    number = int(text)
    return number if 0 < number <= LARGEST else None


def id_in(visit: Visit, name: str) -> int:
    """The id that the path names; 404 for one that no row can have."""
    number = number_of(visit.path(name))
    if number is None:
        raise HTTPException(404)
    return number
