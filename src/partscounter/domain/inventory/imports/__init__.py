"""Stock from files: a feed of rows is checked as a whole, then taken."""

from partscounter.domain.inventory.imports.columns import COLUMNS, Column
from partscounter.domain.inventory.imports.errors import FeedRefused, MappingRefused, TooManyMissing
from partscounter.domain.inventory.imports.feed_file import Feed, open_feed
from partscounter.domain.inventory.imports.mapping import FeedMapping, read_mapping
from partscounter.domain.inventory.imports.retire import Replacement
from partscounter.domain.inventory.imports.run import (
    ImportOptions,
    ImportReport,
    Phase,
    Watch,
    import_feed,
    preview_import,
)

__all__ = [
    "COLUMNS",
    "Column",
    "Feed",
    "FeedMapping",
    "FeedRefused",
    "ImportOptions",
    "ImportReport",
    "MappingRefused",
    "Phase",
    "Replacement",
    "TooManyMissing",
    "Watch",
    "import_feed",
    "open_feed",
    "preview_import",
    "read_mapping",
]
