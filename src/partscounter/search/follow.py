"""Keeping an index up with the database: changed items are loaded as they are now, and put in or taken out."""

from collections.abc import Callable, Mapping, Sequence

from partscounter.search.document import Document
from partscounter.search.index import Batch, IndexWriter

ReadEvents = Callable[[int], tuple[int, Sequence[int]]]
"""Given a cursor: the ids of items that changed after it, some or all, and the cursor of the last change among them
(the given one if there is none)."""

LoadDocuments = Callable[[Sequence[int]], Mapping[int, Document]]
"""Given item ids: the documents, by uid, of those that can be bought now. The others leave the index."""


def follow_once(read_events: ReadEvents, load_documents: LoadDocuments, index: IndexWriter) -> int:
    """Apply the changes after the index's watermark in one batch; how many items were looked at, 0 when up to date.

    Safe to repeat, and to run against a log that tells of the same item many times: what counts is the item's present
    state, which is loaded after its change was read.
    """
    cursor, changed = read_events(index.watermark())
    uids = tuple(dict.fromkeys(changed))
    if not uids:
        return 0
    present = load_documents(uids)
    documents = tuple(present[uid] for uid in uids if uid in present)
    index.apply(Batch(upserts=documents, deletions=tuple(uid for uid in uids if uid not in present)), cursor)
    return len(uids)
