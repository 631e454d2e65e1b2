"""Where symbol and lines stand on a label, in millimetres from its left and top edge; the same for every format."""

from collections.abc import Sequence
from dataclasses import dataclass

from partscounter.domain.machines.labels.label import Label, Symbol, symbol_of

_MARGIN = 1.0
_TEXT_MARGIN = 2.5
"""Of lines below the symbol; printers do not meet the rim exactly."""
_LARGEST, _LARGEST_BELOW, _SMALLEST = 4.0, 3.0, 1.6
_WIDE_LETTERS = frozenset("MWmw@%…")
_LEADING = 1.3
_WIDE = 1.5
"""From how many heights of width on the lines stand beside the symbol."""


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
    if width >= _WIDE * height:
        room, largest = width - height - _MARGIN, _LARGEST
    else:
        room, largest = width - 2 * _TEXT_MARGIN, _LARGEST_BELOW
    texts = [text for text in label.lines if text]
    font = max(_SMALLEST, min(largest, room / max(map(_length, texts))))
    fitting = [_cut(text, room / font) for text in texts]
    block = len(texts) * font * _LEADING
    if width >= _WIDE * height:
        corner, side = (_MARGIN, _MARGIN), height - 2 * _MARGIN
        lines = _stack(fitting, font, height, (height - block) / 2)
    else:
        side = min(width - 2 * _MARGIN, height - block - _TEXT_MARGIN)
        corner = (width - side) / 2, 0.0
        lines = _stack(fitting, font, _TEXT_MARGIN, height - block - _TEXT_MARGIN / 2)
    return Layout(width, height, symbol_of(label.text), corner, side, lines)


def _stack(texts: Sequence[str], font: float, x: float, top: float) -> tuple[Line, ...]:
    return tuple(Line(x, top + (index + 0.8) * font * _LEADING, font, text) for index, text in enumerate(texts))


def _cut(text: str, most: float) -> str:
    """What goes beyond the label would stand on the next one."""
    if _length(text) <= most:
        return text
    while _length(f"{text}…") > most:
        text = text[:-1]
    return f"{text}…"


def _length(text: str) -> float:
    """In heights of the font; the three formats have fonts of about the same widths, and none has wider letters."""
    return sum(map(_letter, text))


def _letter(letter: str) -> float:
    if letter in _WIDE_LETTERS or not letter.isascii():
        return 1.05
    return 0.8 if letter.isupper() else 0.6
