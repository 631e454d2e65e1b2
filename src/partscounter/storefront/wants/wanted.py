"""What is waited for, out of the words that somebody typed."""

from dataclasses import replace

from partscounter.domain.leads.wants import Wanted
from partscounter.kit.refusal import Invalid
from partscounter.kit.text import squash
from partscounter.search import parse_keywords
from partscounter.search.tokens import number_readings, query_words


def key_of(text: str) -> frozenset[str] | None:
    """A name as wants have it; None for none, which asks for nothing."""
    key = squash(text)
    return frozenset({key}) if key else None


def by_number(wanted: Wanted) -> Wanted:
    """Where no name is asked for: the keywords as a whole part number, if they can be one."""
    return replace(wanted, numbers=key_of(wanted.keywords)) if not any_name(wanted) and is_number(wanted) else wanted


def any_name(wanted: Wanted) -> bool:
    """Whether a name is asked for, by which the want is found."""
    return next(wanted.names(), None) is not None


def is_number(wanted: Wanted) -> bool:
    """Whether the keywords are the pieces of one part number, such as `1R 1808`; words alone are none."""
    words = query_words(wanted.keywords)
    has_digit = any(character.isdigit() for word in words for character in word)
    return has_digit and len(number_readings(words)) == 1


def can_be_searched(keywords: str) -> bool:
    """Whether the words are within the limits of a search; a want with others would stop the comparing of all."""
    try:
        parse_keywords(keywords)
    except Invalid:
        return False
    return True
