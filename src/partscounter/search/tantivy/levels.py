"""Texts as numbers that compare as the texts do: the values of a sort column.

A number holds 12 characters as digits of base 38 (end, blank, digits, letters), so a text is up to four of them,
written as far as the text goes. Millions are made when an index is built: all symbols of many texts are the digits of
one long number, in which neighbours become one, then pairs.
"""

from collections.abc import Sequence
from itertools import islice
from struct import unpack

from partscounter.kit.text import fold
from partscounter.search.query import SORTED_TEXT

UNKNOWN = 2**64 - 1
"""Sorts after every known value."""

CHARACTERS = 12
TEXT_LEVELS = SORTED_TEXT // CHARACTERS

_SYMBOLS = 38
_OF_FOUR = _SYMBOLS**4
_END = "\0"
_AS_DIGITS = bytes.maketrans(b" 0123456789abcdefghijklmnopqrstuvwxyz", bytes(range(1, _SYMBOLS)))
"""What each character counts; the end of a text counts 0."""


def levels_of(texts: Sequence[str]) -> list[tuple[int, ...]]:
    """Each text as numbers that compare, one after the other, as its folded form does; UNKNOWN for an empty one."""
    folded = [_start_of_folded(text) for text in texts]
    counts = [min(len(text) // CHARACTERS + 1, TEXT_LEVELS) for text in folded]
    filled = "".join([text.ljust(CHARACTERS * count, _END) for text, count in zip(folded, counts, strict=True)])
    numbers = iter(_numbers(filled.encode().translate(_AS_DIGITS)))
    each = [tuple(islice(numbers, count)) for count in counts]
    return [levels if text else (UNKNOWN,) for text, levels in zip(folded, each, strict=True)]


def ends_here(level: int) -> bool:
    """Whether the text ends within this number, so that no further one is written."""
    return level == UNKNOWN or level % _SYMBOLS == 0


def _numbers(digits: bytes) -> list[int]:
    """Every twelve digits as one number."""
    twelves = len(digits) // CHARACTERS
    pairs = _joined(int.from_bytes(digits), 8, b"\0\xff" * (6 * twelves), _SYMBOLS)
    fours = _joined(pairs, 16, b"\0\0\xff\xff" * (3 * twelves), _SYMBOLS**2)
    each = iter(unpack(f">{3 * twelves}I", fours.to_bytes(len(digits))))
    return [
        (first * _OF_FOUR + second) * _OF_FOUR + third for first, second, third in zip(each, each, each, strict=True)
    ]


def _joined(digits: int, bits: int, every_other: bytes, base: int) -> int:
    """Each two neighbours, of so many bits, as one digit of twice as many."""
    mask = int.from_bytes(every_other)
    return (digits >> bits & mask) * base + (digits & mask)


def _start_of_folded(text: str) -> str:
    """The first characters of the folded text; of a long text, if possible, without folding all of it."""
    if not text or (len(text) <= SORTED_TEXT and text.isascii() and text.isalnum()):
        return text.lower()  # nothing, or a number of a part, is as it is
    folded = fold(text[: 2 * SORTED_TEXT])
    if len(folded) <= SORTED_TEXT < len(text):
        folded = fold(text)
    return folded[:SORTED_TEXT]
