"""Where symbol and lines stand on a label, in millimetres from its left and top edge; the same for every format."""

from dataclasses import dataclass

from partscounter.domain.machines.labels.label import Label, Symbol, symbol_of

_MARGIN = 1.0
_LARGEST, _SMALLEST = 4.0, 1.6
_CHARACTER = 0.72
"""Width of a capital, in heights of the font; wider than most."""
_LEADING = 1.3


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text."""

    x: float
    baseline: float
    size: float
    """Height of the font."""
    text: str


@dataclass(frozen=True, slots=True)
class Layout:
    """A label, laid out."""

    width: float
    height: float
    symbol: Symbol
    symbol_corner: tuple[float, float]
    symbol_side: float
    """The quiet zone included."""
    lines: tuple[Line, ...]


def lay_out(label: Label, size: tuple[float, float]) -> Layout:
    """The symbol on the left and the lines beside it; on a label that is not wide, the lines below."""
    width, height = size
    lines = tuple(line for line in label.lines if line)
    longest = max(len(line) for line in lines)
    is_wide = width >= 1.5 * height
    room = width - height - _MARGIN if is_wide else width - 2 * _MARGIN
    font = max(_SMALLEST, min(_LARGEST, room / (longest * _CHARACTER)))
    block = len(lines) * font * _LEADING
    side = height - 2 * _MARGIN if is_wide else min(width - 2 * _MARGIN, height - block - _MARGIN)
    corner = (_MARGIN, _MARGIN) if is_wide else ((width - side) / 2, 0.0)
    x = height if is_wide else _MARGIN
    top = (height - block) / 2 if is_wide else height - block - _MARGIN / 2
    placed = tuple(Line(x, top + (index + 0.8) * font * _LEADING, font, line) for index, line in enumerate(lines))
    return Layout(width, height, symbol_of(label.text), corner, side, placed)
