"""Numbers of rows as they stand in addresses and forms."""

from typing import Final

LARGEST: Final = 2**63 - 1
"""What both databases can be asked for."""


def number_of(text: str) -> int | None:
    """The number that `text` is; None for anything that no row can have."""
    if not text.isascii() or not text.isdigit() or len(text) > len(str(LARGEST)):
        return None
    number = int(text)
    return number if 0 < number <= LARGEST else None
