"""The keyword grammar: blanks join words that all must match, `|` is or, parentheses group.

    any   = all { "|" all }
    all   = { "(" any ")" | word }

Blank binds closer than `|`: `red door|hood` is (red and door) or hood. A part number may be written with blanks:
`1r 1808` is 1r1808 or (1r and 1808). Malformed input is read leniently and always the
same way: a `)` without its `(` is passed over, a missing `)` is added at the end, an empty group or alternative drops
out. What has no letter or digit at all asks for nothing (`parse_keywords` gives None: no filter).
"""

import re
from dataclasses import dataclass

from partscounter.kit.refusal import Invalid, Violation
from partscounter.search.tokens import number_readings, query_words

LONGEST_TEXT = 2_000
MOST_WORDS = 100
DEEPEST_NESTING = 16

_LEXEMES = re.compile(r"[()|]|[^()|]+")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the document, or the middle (four characters or more) of one of its part numbers."""

    text: str


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every part must match; two parts or more."""

    parts: tuple["Expression", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one part must match; two parts or more."""

    parts: tuple["Expression", ...]


Expression = Word | AllOf | AnyOf


class KeywordsTooComplex(Invalid):
    """The keywords are longer, or nested deeper, than one search may be."""

    code = "keywords_too_complex"

    def __init__(self, issue: str) -> None:
        super().__init__(f"keywords {issue}", (Violation("keywords", issue),))


def parse_keywords(text: str) -> Expression | None:
    """The expression that `text` spells; None if there is nothing to look for.

    Refuses over 2,000 characters, 100 words or 16 levels of parentheses (KeywordsTooComplex).
    """
    if len(text) > LONGEST_TEXT:
        raise KeywordsTooComplex(f"are longer than {LONGEST_TEXT} characters")
    groups = [_Group()]
    words = 0
    for lexeme in _LEXEMES.findall(text):
        if lexeme == "(":
            groups.append(_Group())
        elif lexeme == "|":
            groups[-1].alternatives.append([])
        elif lexeme == ")":
            if len(groups) > 1:
                _close(groups)
        else:
            found = query_words(lexeme)
            words += len(found)
            _within_limits(len(groups) - 1, words)
            groups[-1].alternatives[-1].extend(_either(readings) for readings in number_readings(found))
        _within_limits(len(groups) - 1, words)
    while len(groups) > 1:
        _close(groups)
    return groups[0].expression()


class _Group:
    """An open parenthesis: its alternatives so far, each a list of what all must match."""

    def __init__(self) -> None:
        self.alternatives: list[list[Expression]] = [[]]

    def expression(self) -> Expression | None:
        parts: list[Expression] = []
        for alternative in self.alternatives:
            distinct = tuple(dict.fromkeys(alternative))
            if distinct:
                parts.append(distinct[0] if len(distinct) == 1 else AllOf(distinct))
        if not parts:
            return None
        return parts[0] if len(parts) == 1 else AnyOf(tuple(parts))


def _either(readings: tuple[tuple[str, ...], ...]) -> Expression:
    parts = tuple(_both(tuple(Word(word) for word in dict.fromkeys(reading))) for reading in readings)
    return parts[0] if len(parts) == 1 else AnyOf(parts)


def _both(words: tuple[Word, ...]) -> Expression:
    return words[0] if len(words) == 1 else AllOf(words)


def _close(groups: list[_Group]) -> None:
    closed = groups.pop().expression()
    if closed is not None:
        groups[-1].alternatives[-1].append(closed)


def _within_limits(depth: int, words: int) -> None:
    if depth > DEEPEST_NESTING:
        raise KeywordsTooComplex(f"nest deeper than {DEEPEST_NESTING} parentheses")
    if words > MOST_WORDS:
        raise KeywordsTooComplex(f"have more than {MOST_WORDS} words")
