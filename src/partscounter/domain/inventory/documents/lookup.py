"""Reading what an index is told of the items that can be bought now."""

from collections.abc import Iterator, Sequence

from partscounter.database import ReadTx
from partscounter.domain.inventory.documents import store as sql
from partscounter.domain.inventory.documents.document_row import DocumentRow


def document_rows(tx: ReadTx, ids: Sequence[int]) -> list[DocumentRow]:
    """Those of the items with these ids that can be bought, in order of their ids."""
    return sql.offered_with_ids(tx, ids)


def count_document_rows(tx: ReadTx) -> int:
    """How many items can be bought."""
    return sql.count_offered(tx)


def iterate_document_rows(tx: ReadTx, batch: int = 1000) -> Iterator[list[DocumentRow]]:
    """Every item that can be bought in order of its id, in batches."""
    last = 0
    while found := sql.offered_after(tx, last, batch):
        yield found
        last = found[-1].id
