"""The one tokenizer, for documents and for queries: every engine is given tokens only, which is why engines agree.

Words are runs of letters and digits of the folded text, and those of other alphabets, of which folding keeps nothing.
Hyphens and dots join: `1R-1808` is the words `1r`, `1808` and `1r1808` in a document, and `1r1808` in a query, so that
`1R-1808`, `1R1808` and `1r1808` ask for the same. `1r 1808` asks for that too, or for its two words.
"""

import re
import unicodedata
from collections.abc import Sequence

from partscounter.kit.text import plain, spacing, squash

INFIX_LENGTH = 4
"""The shortest middle of a part number that a keyword may match (inventory.md, Search)."""

LONG_INFIX_LENGTH = 5
"""From so many characters on a middle is looked for by longer runs: of those few items have the same, however many
items there are."""

_MOST_PIECES = 4
_LONGEST_PREFIX = 3

_DASHES = dict.fromkeys((0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212), "-")
_JOINED = re.compile(r"[a-z0-9]+(?:[-.]+[a-z0-9]+)*")
_ANY_RUN = re.compile(r"[^\W_]+")
_JOINT = re.compile(r"[-.]+")
_JOINED_ONLY = spacing("-.")
_JOINED_LINES = spacing("-.\n")
_APART = bytes.maketrans(b"-.", b"  ")
_BETWEEN_NUMBERS = re.compile(r"[,;/|]+")


def document_words(texts: tuple[str, ...]) -> set[str]:
    """Every word that finds a document with these texts: the pieces of joined terms and the terms without joints."""
    text = "\n".join(texts)
    found = set(plain(dashed(text)).encode().translate(_JOINED_ONLY).decode().split())
    for chunk in [chunk for chunk in found if not chunk.isalnum()]:
        found.remove(chunk)
        pieces = _JOINT.split(chunk.strip("-."))
        found.update(pieces)
        found.add("".join(pieces))
    found.discard("")
    return found.union(_foreign_words(text))


def indexed_words(documents: Sequence[tuple[str, ...]]) -> list[str]:
    """The `document_words` of each of one document or more, blanks between them; a word may stand there twice.

    All documents at once, by a table, and no word by itself if it has no joints: an index is built of millions.
    """
    texts = [" ".join(dict.fromkeys(texts)) for texts in documents]
    plain_ones = [text if text.isascii() and "\n" not in text else "" for text in texts]
    lines = "\n".join(plain_ones).lower().encode().translate(_JOINED_LINES)
    pieces = lines.translate(_APART).decode().split("\n")
    return [
        words + _without_joints(line) if plain_one else " ".join(document_words(texts))
        for line, words, plain_one, texts in zip(lines.decode().split("\n"), pieces, plain_ones, documents, strict=True)
    ]


def query_words(text: str) -> tuple[str, ...]:
    """The words that all must match for `text`, each without hyphens and dots; none without any letter or digit.

    Words of other alphabets come last.
    """
    return tuple("".join(pieces) for pieces in _chunks(text)) + tuple(_foreign_words(text))


def number_readings(words: Sequence[str]) -> list[tuple[tuple[str, ...], ...]]:
    """The words, neighbours that may be pieces of one part number together: each such run in every way it can be read.

    `oil 1r 1808` is `oil`, and then `1r1808` or both `1r` and `1808`. Pieces are words with a digit, and words of up to
    three letters right beside one, as in `DT 466 E`. Five pieces or more are no one number.
    """
    runs: list[list[str]] = []
    is_open = False
    for at, word in enumerate(words):
        is_piece = _is_piece(words, at)
        if is_piece and is_open:
            runs[-1].append(word)
        else:
            runs.append([word])
        is_open = is_piece
    return [
        reading
        for run in runs
        for reading in ([_readings(run)] if len(run) <= _MOST_PIECES else [((w,),) for w in run])
    ]


def squashed_numbers(part_numbers: tuple[str, ...]) -> set[str]:
    """Each part number as one run of letters and digits. Comma, semicolon, slash and bar part two numbers."""
    found: set[str] = set()
    for text in part_numbers:
        bare = text.replace("-", "")
        if bare.isascii() and bare.isalnum():  # nearly every one
            found.add(bare.lower())
        else:
            found.update(map(squash, _BETWEEN_NUMBERS.split(dashed(text))))
    found.discard("")
    return found


def infix_grams(squashed: str, length: int = INFIX_LENGTH) -> list[str]:
    """All runs of so many characters of `squashed`, in order; one text contains another exactly if the runs of the
    other follow each other among its own."""
    return [squashed[at : at + length] for at in range(len(squashed) - length + 1)]


def dashed(text: str) -> str:
    """The text with a hyphen for every kind of dash."""
    return text if text.isascii() else text.translate(_DASHES)


def _without_joints(line: str) -> str:
    """The chunks of the line that have joints, which go; a blank before them."""
    if "-" not in line and "." not in line:
        return ""
    chunks = [chunk for chunk in line.split() if not chunk.isalnum()]
    return " " + " ".join(chunks).replace("-", "").replace(".", "")


def _is_piece(words: Sequence[str], at: int) -> bool:
    if _has_digit(words[at]):
        return True
    beside = words[max(0, at - 1) : at + 2]
    return len(words[at]) <= _LONGEST_PREFIX and any(_has_digit(word) for word in beside)


def _has_digit(word: str) -> bool:
    return any(character.isdigit() for character in word)


def _readings(pieces: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """Every way to join neighbours, the fewest words first; what is joined has a digit."""
    found = [(head, *rest) for head, left in _heads(pieces) for rest in (_readings(left) if left else ((),))]
    return tuple(sorted(found, key=len))


def _heads(pieces: Sequence[str]) -> list[tuple[str, Sequence[str]]]:
    ends = range(1, len(pieces) + 1)
    heads = [("".join(pieces[:end]), pieces[end:]) for end in ends]
    return [(head, left) for end, (head, left) in zip(ends, heads, strict=True) if end == 1 or _has_digit(head)]


def _chunks(text: str) -> list[list[str]]:
    return [_JOINT.split(chunk) for chunk in _JOINED.findall(plain(dashed(text)))]


def _foreign_words(text: str) -> list[str]:
    """The words of which folding keeps nothing, such as Cyrillic ones and `Ω`, in one spelling."""
    if text.isascii():
        return []
    runs = _ANY_RUN.findall(unicodedata.normalize("NFKC", text).casefold())
    return [run for run in runs if not run.isascii() and not squash(run)]
