"""A table of items with the log of its changes, for an index to follow."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from partscounter.search import Document, Filter, IndexReader, SortKey


@dataclass
class Log:
    """A table of items and the log of its changes."""

    items: dict[int, Document] = field(default_factory=dict)
    changes: list[int] = field(default_factory=list)

    def put(self, document: Document) -> None:
        self.items[document.uid] = document
        self.changes.append(document.uid)

    def sell(self, uid: int) -> None:
        del self.items[uid]
        self.changes.append(uid)

    def read_events(self, after: int) -> tuple[int, Sequence[int]]:
        found = self.changes[after : after + 3]
        return after + len(found), found

    def load(self, uids: Sequence[int]) -> Mapping[int, Document]:
        return {uid: self.items[uid] for uid in uids if uid in self.items}

    def read_all(self) -> tuple[int, Iterable[Document]]:
        return len(self.changes), list(self.items.values())


def uids(reader: IndexReader) -> Sequence[int]:
    return reader.view().top(Filter(), SortKey.PRICE, descending=False, offset=0, limit=1_000)[1]
