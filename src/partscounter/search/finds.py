"""Whether keywords find an item that is at hand: what the index says, of one item and without an index."""

from typing import assert_never

from partscounter.domain.inventory import Item
from partscounter.search.keywords import AllOf, AnyOf, Expression, Word, parse_keywords
from partscounter.search.project import part_numbers_of, words_of
from partscounter.search.tokens import INFIX_LENGTH, document_words, squashed_numbers


def keywords_find(keywords: str, item: Item) -> bool:
    """As a search with these keywords would. Without anything to look for every item is found."""
    expression = parse_keywords(keywords)
    if expression is None:
        return True
    words = document_words(words_of(item))
    numbers = squashed_numbers(tuple(filter(None, part_numbers_of(item))))
    return _holds(expression, words, numbers)


def _holds(expression: Expression, words: frozenset[str], numbers: frozenset[str]) -> bool:
    match expression:
        case Word(text):
            return text in words or (len(text) >= INFIX_LENGTH and any(text in number for number in numbers))
        case AllOf(parts):
            return all(_holds(part, words, numbers) for part in parts)
        case AnyOf(parts):
            return any(_holds(part, words, numbers) for part in parts)
        case _:
            assert_never(expression)
