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
    """Apply the next changes after the index's watermark in one batch; how many items they named, 0 when up to date.

    Safe to repeat, and to run against a log that tells of the same item many times: what counts is the item's present
    state, which is loaded after its change was read. Changes that name no item count as one, and move the watermark.
    """
    after = index.watermark()
    cursor, changed = read_events(after)
    if cursor == after:
        return 0
    uids = tuple(dict.fromkeys(changed))
    present = load_documents(uids) if uids else {}
    documents = tuple(present[uid] for uid in uids if uid in present)
    gone = tuple(uid for uid in uids if uid not in present)
    index.apply(Batch(upserts=documents, deletions=gone), cursor, after)
    return len(uids) or 1
