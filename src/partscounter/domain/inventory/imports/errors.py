"""Refusals of imports. After each of them nothing of the file is in the stock."""

from partscounter.kit.refusal import Invalid


class FeedRefused(Invalid):
    """The file has wrong values; each of the first ones is named by line and column."""

    code = "feed_refused"


class MappingRefused(Invalid):
    """The mapping file does not say which column means what."""

    code = "mapping_refused"


class TooManyMissing(Invalid):
    """A full replacement would take more off offer than its limit allows; the vendors are named with the numbers."""

    code = "too_many_missing"
