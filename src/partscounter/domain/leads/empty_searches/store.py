"""SQL of searches that found nothing."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from partscounter.database import ReadTx, WriteTx
from partscounter.domain.leads.empty_searches.search import SearchedWords
from partscounter.domain.leads.empty_searches.tables import empty_searches

_KEY = tuple(empty_searches.primary_key.columns)


def words_of(row: sa.Row[Any]) -> SearchedWords:
    return SearchedWords(row.part_type, row.make, row.model, row.keywords)


def add_searches(tx: WriteTx, month: str, words: SearchedWords, searches: int) -> None:
    is_postgres = tx.connection.dialect.name == "postgresql"
    insert = postgresql.insert(empty_searches) if is_postgres else sqlite.insert(empty_searches)
    row = {"month": month, **asdict(words), "searches": searches, "last_at": tx.now}
    more = {"searches": empty_searches.c.searches + searches, "last_at": tx.now}
    tx.connection.execute(insert.values(row).on_conflict_do_update(index_elements=list(_KEY), set_=more))


def trim_month(tx: WriteTx, month: str, most: int) -> None:
    of_month = empty_searches.c.month == month
    surplus = (tx.connection.scalar(sa.select(sa.func.count()).select_from(empty_searches).where(of_month)) or 0) - most
    if surplus <= 0:
        return
    rarest = sa.select(*_KEY).where(of_month).order_by(empty_searches.c.searches, empty_searches.c.last_at, *_KEY)
    gone = sa.tuple_(*_KEY).in_(rarest.limit(surplus))
    tx.connection.execute(sa.delete(empty_searches).where(gone))


def load_searches(tx: ReadTx, month: str | None, limit: int) -> Sequence[sa.Row[Any]]:
    order = (empty_searches.c.month.desc(), empty_searches.c.searches.desc(), *_KEY)
    query = sa.select(empty_searches).order_by(*order).limit(limit)
    if month is not None:
        query = query.where(empty_searches.c.month == month)
    return tx.connection.execute(query).all()


def total_searches(tx: ReadTx, month: str) -> int:
    query = sa.select(sa.func.sum(empty_searches.c.searches)).where(empty_searches.c.month == month)
    return int(tx.connection.scalar(query) or 0)
