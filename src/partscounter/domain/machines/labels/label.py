"""What a label says: the symbol, and the same for people."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

import segno

from partscounter.domain.assets import Asset, FreeCode

QUIET_MODULES = 4
"""The white border that the symbol needs on each side (ISO/IEC 18004)."""


@dataclass(frozen=True, slots=True)
class Label:
    """One label."""

    text: str
    """What the symbol says: an address."""
    lines: tuple[str, ...]
    """What stands beside it; the code first."""


def label_of(machine: Asset | FreeCode, base_url: str) -> Label:
    """The label of a machine, or of a code that waits for one; `base_url` is where this counter is reached."""
    if isinstance(machine, FreeCode):
        return Label(symbol_text(base_url, machine.code), (machine.code,))
    lines = (machine.qr_code, machine.name, f"S/N {machine.serial_number}")
    return Label(symbol_text(base_url, machine.qr_code), lines)


def symbol_text(base_url: str, code: str) -> str:
    """The address of the landing page. In capitals where that changes nothing: the symbol gets a third smaller."""
    base = base_url.rstrip("/")
    return f"{base if urlsplit(base).path else base.upper()}/{code}"


@dataclass(frozen=True, slots=True)
class Symbol:
    """A QR symbol; its quiet zone belongs to it."""

    rows: tuple[tuple[bool, ...], ...]
    """Dark modules are True."""

    @property
    def modules(self) -> int:
        """Modules on each side, the quiet zone included."""
        return len(self.rows)

    def runs(self) -> Iterator[tuple[int, int, int]]:
        """Dark modules that touch in a row: column and row of the first, and how many."""
        for y, row in enumerate(self.rows):
            x = 0
            while x < len(row):
                begin = x
                while x < len(row) and row[x]:
                    x += 1
                if x > begin:
                    yield begin, y, x - begin
                x += 1


def symbol_of(text: str) -> Symbol:
    """The symbol, readable with a quarter of it destroyed (level Q, or H where that makes it no larger)."""
    made = segno.make_qr(text, error="q", boost_error=True)
    return Symbol(tuple(tuple(bool(cell) for cell in row) for row in made.matrix_iter(border=QUIET_MODULES)))
