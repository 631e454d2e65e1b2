"""What a search index is told of stock: the columns that matter to it, without the items around them."""

from partscounter.domain.inventory.documents.document_row import DocumentRow
from partscounter.domain.inventory.documents.lookup import count_document_rows, document_rows, iterate_document_rows

__all__ = ["DocumentRow", "count_document_rows", "document_rows", "iterate_document_rows"]
