"""Every document there is, and about how many they are."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from partscounter.search.document import Document


@dataclass(frozen=True, slots=True)
class AllDocuments:
    """Documents whose number is known beforehand (`operator.length_hint`), or nearly so: some may come or go while they
    are read."""

    documents: Iterable[Document]
    about: int

    def __iter__(self) -> Iterator[Document]:
        return iter(self.documents)

    def __length_hint__(self) -> int:
        return self.about
