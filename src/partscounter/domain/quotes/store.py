"""SQL of quotes."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

import sqlalchemy as sa

from partscounter.database import ReadTx, WriteTx
from partscounter.domain.quotes.quote import Quote, QuoteLine, QuoteState
from partscounter.domain.quotes.tables import quote_lines, quotes


def insert_quote(tx: WriteTx, values: Mapping[str, object]) -> int:
    insert = sa.insert(quotes).values(**values).returning(quotes.c.id)
    return int(tx.connection.execute(insert).scalar_one())


def update_quote(tx: WriteTx, quote_id: int, **values: object) -> None:
    tx.connection.execute(sa.update(quotes).where(quotes.c.id == quote_id).values(changed_at=tx.now, **values))


def put_lines(tx: WriteTx, quote_id: int, lines: Sequence[QuoteLine]) -> None:
    """In place of those that were there."""
    tx.connection.execute(sa.delete(quote_lines).where(quote_lines.c.quote_id == quote_id))
    tx.connection.execute(sa.insert(quote_lines), [{"quote_id": quote_id, **asdict(line)} for line in lines])


def find_quote(tx: ReadTx, quote_id: int) -> Quote | None:
    return next(iter(_quotes(tx, sa.select(quotes).where(quotes.c.id == quote_id))), None)


def lock_quote(tx: WriteTx, quote_id: int) -> Quote | None:
    """Held until the transaction ends."""
    # The lines are read once the row is held: who revised them a moment ago has ended.
    return next(iter(_quotes(tx, sa.select(quotes).where(quotes.c.id == quote_id).with_for_update())), None)


def newest_quotes(
    tx: ReadTx, dealers: Collection[int] | None, state: QuoteState | None, before: int | None, limit: int
) -> list[Quote]:
    query = _of_dealers(sa.select(quotes), dealers).order_by(quotes.c.id.desc()).limit(limit)
    if state is not None:
        query = query.where(_standing(tx.now.date()) == state.value)
    if before is not None:
        query = query.where(quotes.c.id < before)
    return _quotes(tx, query)


def count_quotes(tx: ReadTx, dealers: Collection[int] | None) -> dict[QuoteState, int]:
    counted = _of_dealers(sa.select(_standing(tx.now.date()).label("standing")), dealers).subquery()
    query = sa.select(counted.c.standing, sa.func.count()).group_by(counted.c.standing)
    return {QuoteState(standing): count for standing, count in tx.connection.execute(query)}


def _of_dealers(query: sa.Select[Any], dealers: Collection[int] | None) -> sa.Select[Any]:
    return query if dealers is None else query.where(quotes.c.dealer_id.in_(dealers))


def _standing(today: date) -> sa.ColumnElement[str]:
    is_over = sa.and_(quotes.c.state == QuoteState.OPEN.value, quotes.c.valid_until < today)
    return sa.case((is_over, QuoteState.EXPIRED.value), else_=quotes.c.state)


def _quotes(tx: ReadTx, query: sa.Select[Any]) -> list[Quote]:
    rows = tx.connection.execute(query).all()
    lines = _lines_of(tx, [row.id for row in rows]) if rows else {}
    return [
        Quote(**{**row._mapping, "state": _state_of(row, tx.now.date()), "lines": tuple(lines.get(row.id, ()))})
        for row in rows
    ]


def _state_of(row: sa.Row[Any], today: date) -> QuoteState:
    state = QuoteState(row.state)
    return QuoteState.EXPIRED if state is QuoteState.OPEN and row.valid_until < today else state


def _lines_of(tx: ReadTx, quote_ids: Collection[int]) -> dict[int, list[QuoteLine]]:
    query = sa.select(quote_lines).where(quote_lines.c.quote_id.in_(quote_ids))
    found: dict[int, list[QuoteLine]] = {}
    for quote_id, *line in tx.connection.execute(query.order_by(quote_lines.c.number)):
        found.setdefault(quote_id, []).append(QuoteLine(*line))
    return found
