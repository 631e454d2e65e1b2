"""A line of a kept cart, and whose cart it is."""

import hashlib
from dataclasses import dataclass
from typing import Final

LARGEST_QUANTITY: Final = 9999
MOST_LINES: Final = 200
LONGEST_SERIAL_NUMBER: Final = 100


@dataclass(frozen=True, slots=True)
class WantedItem:
    """Something to be put into a cart."""

    item_id: int
    quantity: int
    serial_number: str = ""
    """Of the machine that it is for; empty where it is for none in particular."""
    machine_code: str = ""
    """Of the label that was scanned: not everybody who scans one may see the serial number."""


@dataclass(frozen=True, slots=True)
class KeptLine:
    """One item for one machine, or for none in particular."""

    id: int
    item_id: int
    quantity: int
    serial_number: str
    machine_code: str = ""


def visitor_owner(token: str) -> str:
    """Who somebody is that has not signed in: by what only their browser holds, of which we keep the hash."""
    # The token is 256 random bits: a plain hash cannot be searched backwards.
    return f"visit:{hashlib.sha256(token.encode('utf-8', 'surrogatepass')).hexdigest()}"


def account_owner(account_id: int) -> str:
    """Who somebody is that has signed in, in whichever browser."""
    return f"account:{account_id}"
