"""Refusals about quotes."""

from partscounter.kit.refusal import Conflict, Invalid, NotFound


class UnknownQuote(NotFound):
    """There is no such quote."""

    code = "unknown_quote"


class UnknownQuoteLink(NotFound):
    """The link was not given out by this counter, or its key has been forgotten."""

    code = "unknown_quote_link"


class InvalidQuote(Invalid):
    """What is said of the quote, or of its acceptance, cannot be; every reason is listed."""

    code = "invalid_quote"


class QuoteNotOpen(Conflict):
    """The quote was accepted or withdrawn, or its last day is over."""

    code = "quote_not_open"


class QuoteOutdated(Conflict):
    """The quote was revised since it was looked at."""

    code = "quote_outdated"
