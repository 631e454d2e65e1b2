"""Searches that found nothing, counted as sales that were lost."""

from partscounter.domain.leads.empty_searches.collect import EmptySearches
from partscounter.domain.leads.empty_searches.count import (
    EmptySearch,
    count_empty_searches,
    note_empty_searches,
    total_searches,
)
from partscounter.domain.leads.empty_searches.search import SearchedWords

__all__ = [
    "EmptySearch",
    "EmptySearches",
    "SearchedWords",
    "count_empty_searches",
    "note_empty_searches",
    "total_searches",
]
