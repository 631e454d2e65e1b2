"""Counting searches that found nothing, by month and by what was searched for."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from partscounter.database import ReadTx, WriteTx
from partscounter.domain.leads.empty_searches import store as sql
from partscounter.domain.leads.empty_searches.search import SearchedWords

MOST_KEPT: Final = 10_000
"""Different searches of one month that are kept; the rarest go first, and of these the ones made longest ago."""


@dataclass(frozen=True, slots=True)
class EmptySearch:
    """A search that found nothing, and how often it was made in one month."""

    month: str
    """Such as 2026-03; months are those of UTC."""
    words: SearchedWords
    searches: int


def note_empty_searches(tx: WriteTx, searches: Mapping[SearchedWords, int]) -> None:
    """Add these to what is counted in this month. Emits nothing: a search is no change worth a history."""
    month = f"{tx.now:%Y-%m}"
    # In the order of the words, so that two processes noting the same searches cannot lock each other out.
    for words in sorted(searches):
        sql.add_searches(tx, month, words, searches[words])
    sql.trim_month(tx, month, MOST_KEPT)


def count_empty_searches(tx: ReadTx, month: str | None = None, limit: int = 1_000) -> list[EmptySearch]:
    """At most `limit`, the newest months first, the most frequent searches of each first; or those of one month."""
    return [EmptySearch(row.month, sql.words_of(row), row.searches) for row in sql.load_searches(tx, month, limit)]


def total_searches(tx: ReadTx, month: str) -> int:
    """How many searches of a month, such as 2026-03, found nothing."""
    return sql.total_searches(tx, month)
