"""Stock, this project's own API: a dealer's system keeps its items up to date, one at a time or many in a stream."""

from partscounter_contracts.stock import examples
from partscounter_contracts.stock.batch import BATCH_BYTES, BATCH_LINES, BatchLine, BatchResult, Op
from partscounter_contracts.stock.errors import Error, ErrorBody, FieldError
from partscounter_contracts.stock.imports import (
    CSV,
    EXCEL,
    LONGEST_FILE_NAME,
    LONGEST_KEY,
    MEDIA_TYPES,
    FileImport,
    ImportKind,
    ImportState,
)
from partscounter_contracts.stock.item import ItemFields, Question, StockItem
from partscounter_contracts.stock.operations import CONTRACT, OPERATIONS
from partscounter_contracts.stock.scopes import SCOPES, Scope

__all__ = [
    "BATCH_BYTES",
    "BATCH_LINES",
    "CONTRACT",
    "CSV",
    "EXCEL",
    "LONGEST_FILE_NAME",
    "LONGEST_KEY",
    "MEDIA_TYPES",
    "OPERATIONS",
    "SCOPES",
    "BatchLine",
    "BatchResult",
    "Error",
    "ErrorBody",
    "FieldError",
    "FileImport",
    "ImportKind",
    "ImportState",
    "ItemFields",
    "Op",
    "Question",
    "Scope",
    "StockItem",
    "examples",
]
