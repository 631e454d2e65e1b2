"""The Tantivy engine behind the protocol of `search.index`."""

from partscounter.search.tantivy.generations import has_index
from partscounter.search.tantivy.reader import TantivyReader
from partscounter.search.tantivy.writer import TantivyWriter

__all__ = ["TantivyReader", "TantivyWriter", "has_index"]
