"""The inventory search: an index of items beside the database, derived from it and rebuilt at will.

reader = TantivyReader(root)                  every process that searches
Search(reader, store_points).search(request)
TantivyWriter(root)                           the one process that follows the database, with `follow_all`
rebuild(root, …)                              beside both
"""

from partscounter.search.all_documents import AllDocuments
from partscounter.search.count_named import count_named
from partscounter.search.distance import distances_from
from partscounter.search.document import Document
from partscounter.search.engine import Hit, Search, SearchPage, SearchRequest, SearchStream
from partscounter.search.finds import keywords_find
from partscounter.search.follow import LoadDocuments, ReadEvents, follow_all, follow_once
from partscounter.search.index import (
    Batch,
    Entry,
    IndexBusy,
    IndexMissing,
    IndexReader,
    IndexWriter,
    View,
)
from partscounter.search.keywords import Expression, KeywordsTooComplex, parse_keywords
from partscounter.search.places import Point, locate, miles_between
from partscounter.search.price_groups import PriceRule
from partscounter.search.priced import PricedView
from partscounter.search.query import Field, Filter, SortKey
from partscounter.search.rebuild import ReadAll, rebuild
from partscounter.search.tantivy import TantivyReader, TantivyWriter, has_index

__all__ = [
    "AllDocuments",
    "Batch",
    "Document",
    "Entry",
    "Expression",
    "Field",
    "Filter",
    "Hit",
    "IndexBusy",
    "IndexMissing",
    "IndexReader",
    "IndexWriter",
    "KeywordsTooComplex",
    "LoadDocuments",
    "Point",
    "PriceRule",
    "PricedView",
    "ReadAll",
    "ReadEvents",
    "Search",
    "SearchPage",
    "SearchRequest",
    "SearchStream",
    "SortKey",
    "TantivyReader",
    "TantivyWriter",
    "View",
    "count_named",
    "distances_from",
    "follow_all",
    "follow_once",
    "has_index",
    "keywords_find",
    "locate",
    "miles_between",
    "parse_keywords",
    "rebuild",
]
