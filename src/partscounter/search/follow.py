"""Keeping an index up with the database: changed items are loaded as they are now, and put in or taken out."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Self

from partscounter.search.document import Document
from partscounter.search.index import Batch, IndexWriter

MANY = 500
"""Fewer changes are committed as they come."""
COMMITTED_AT_ONCE = 20_000
"""Of many as many as that: each commit makes a segment, and the more there are, the more often items are merged. But
what hurries waits for all that is not yet committed: 1.7 s with fifty thousand."""

ReadEvents = Callable[[int], tuple[int, Sequence[int]]]
"""Given a cursor: the ids of items that changed after it, some or all, and the cursor of the last change among them
(the given one if there is none)."""

LoadDocuments = Callable[[Sequence[int]], Mapping[int, Document]]
"""Given item ids: the documents, by uid, of those that can be bought now. The others leave the index."""


ReadBrief = Callable[[int], tuple[int, Sequence[int]]]
"""Given a cursor: the ids of items that may not wait for long, some or all of those that changed after it, and the
cursor up to where was looked for them."""


@dataclass(frozen=True, slots=True)
class _Changes:
    """What follows a watermark, as the items are now."""

    after: int
    cursor: int
    named: int
    batch: Batch

    def overtaken_by(self, uids: Sequence[int], load_documents: LoadDocuments) -> "_Changes":
        """The same with these items as they are now."""
        if not uids:
            return self
        documents = {document.uid: document for document in self.batch.upserts}
        gone = {*self.batch.deletions, *uids}
        for uid in uids:
            documents.pop(uid, None)
        documents |= load_documents(tuple(dict.fromkeys(uids)))
        batch = Batch(upserts=tuple(documents.values()), deletions=tuple(gone - documents.keys()))
        return replace(self, batch=batch)


class _Uncommitted:
    """Commits what is applied when it is enough, and on leaving."""

    def __init__(self, index: IndexWriter) -> None:
        self._index = index
        self._items = 0
        self._cursor = 0

    def apply(self, changes: _Changes, *, at_once: bool) -> bool:
        items = self._items + changes.named
        commit = at_once or changes.named < MANY or items >= COMMITTED_AT_ONCE
        fitted = self._index.apply(changes.batch, changes.cursor, changes.after, commit=commit)
        self._items, self._cursor = 0 if commit or not fitted else items, changes.cursor
        return fitted

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._items:  # after a failure the writer has forgotten them, which makes this stale
            self._index.apply(Batch(), self._cursor, self._cursor)


def _nobody_hurries(cursor: int) -> tuple[int, Sequence[int]]:
    return cursor, ()


def follow_once(read_events: ReadEvents, load_documents: LoadDocuments, index: IndexWriter) -> int:
    """Apply the next changes after the index's watermark in one batch; how many items they named, 0 when up to date.

    Safe to repeat, and to run against a log that tells of the same item many times: what counts is the item's present
    state, which is loaded after its change was read. Changes that name no item count as one, and move the watermark.
    """
    changes = _read(read_events, load_documents, index.watermark())
    if changes is None:
        return 0
    index.apply(changes.batch, changes.cursor, changes.after)
    return changes.named


def follow_all(
    read_events: ReadEvents,
    load_documents: LoadDocuments,
    index: IndexWriter,
    stop: Callable[[], bool],
    read_brief: ReadBrief = _nobody_hurries,
) -> int:
    """The same until the index is up to date, or until `stop` says so.

    Many changes are committed together. What `read_brief` tells of overtakes them and is committed at once: whoever has
    sold an item does not wait for the end of somebody's import. A batch that turns out stale ends it, as somebody else
    has moved the watermark.
    """
    applied = 0
    cursor = looked_to = index.watermark()
    # One step after the other: a thread that reads beside one that makes documents ready takes a third more of the
    # processor, as the two hand the interpreter to each other with every row.
    with _Uncommitted(index) as uncommitted:
        while not stop() and (changes := _read(read_events, load_documents, cursor)) is not None:
            hurried: Sequence[int] = ()
            if changes.named >= MANY:
                looked_to, hurried = read_brief(looked_to)
            elif looked_to == cursor:
                looked_to = changes.cursor
            applied += changes.named
            if not uncommitted.apply(changes.overtaken_by(hurried, load_documents), at_once=bool(hurried)):
                break
            cursor = changes.cursor
    return applied


def _read(read_events: ReadEvents, load_documents: LoadDocuments, after: int) -> _Changes | None:
    cursor, changed = read_events(after)
    if cursor == after:
        return None
    uids = tuple(dict.fromkeys(changed))
    present = load_documents(uids) if uids else {}
    documents = tuple(present[uid] for uid in uids if uid in present)
    gone = tuple(uid for uid in uids if uid not in present)
    return _Changes(after, cursor, len(uids) or 1, Batch(upserts=documents, deletions=gone))
