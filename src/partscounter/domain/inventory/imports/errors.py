"""Refusals of imports. After each of them nothing of the file is in the stock."""

from partscounter.kit.refusal import Conflict, Invalid


class FeedRefused(Invalid):
    """The file has wrong values; each of the first ones is named by line and column."""

    code = "feed_refused"


class MappingRefused(Invalid):
    """The mapping file does not say which column means what."""

    code = "mapping_refused"


class FeedChanged(Conflict):
    """The file was not the same when it was read for the second time."""

    code = "feed_changed"


class ImportLost(Conflict):
    """The import stood still for so long that another one took its rows for left over and removed them."""

    code = "import_lost"
