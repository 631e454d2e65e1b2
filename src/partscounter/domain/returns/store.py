"""SQL of returns."""

from collections.abc import Collection, Mapping, Sequence

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from partscounter.database import ReadTx, WriteTx
from partscounter.domain.returns.goods_return import (
    GoodsReturn,
    Requester,
    ReturnedLine,
    ReturnState,
    ReturnTerms,
)
from partscounter.domain.returns.tables import goods_return_lines, goods_returns, return_terms

_INSERT_TERMS: Mapping[str, sqlite.Insert | postgresql.Insert] = {
    "sqlite": sqlite.insert(return_terms),
    "postgresql": postgresql.insert(return_terms),
}


def returns_with(tx: ReadTx, **equal: object) -> list[GoodsReturn]:
    """Oldest first."""
    return _returns(tx, *(goods_returns.c[name] == value for name, value in equal.items()))


def returns_of_orders(tx: ReadTx, order_ids: Collection[int]) -> list[GoodsReturn]:
    """Oldest first."""
    return _returns(tx, goods_returns.c.order_id.in_(order_ids))


def _returns(tx: ReadTx, *conditions: sa.ColumnElement[bool]) -> list[GoodsReturn]:
    rows = tx.connection.execute(sa.select(goods_returns).where(*conditions).order_by(goods_returns.c.id)).all()
    lines = _lines_of(tx, [row.id for row in rows]) if rows else {}
    return [
        GoodsReturn(
            **{
                **row._mapping,
                "state": ReturnState(row.state),
                "requested_by": Requester(row.requested_by),
                "lines": tuple(lines.get(row.id, ())),
            }
        )
        for row in rows
    ]


def _lines_of(tx: ReadTx, return_ids: Collection[int]) -> dict[int, list[ReturnedLine]]:
    query = sa.select(goods_return_lines).where(goods_return_lines.c.return_id.in_(return_ids))
    found: dict[int, list[ReturnedLine]] = {}
    for row in tx.connection.execute(query.order_by(goods_return_lines.c.line_number)):
        line = ReturnedLine(row.line_number, row.units, row.restocked, row.scrapped)
        found.setdefault(row.return_id, []).append(line)
    return found


def insert_return(tx: WriteTx, order_id: int, requested_by: Requester, reason: str) -> int:
    insert = sa.insert(goods_returns).values(
        order_id=order_id,
        state=ReturnState.REQUESTED.value,
        requested_by=requested_by.value,
        reason=reason,
        note="",
        requested_at=tx.now,
        changed_at=tx.now,
    )
    return int(tx.connection.execute(insert.returning(goods_returns.c.id)).scalar_one())


def insert_lines(tx: WriteTx, return_id: int, units: Mapping[int, int]) -> None:
    rows = [
        {"return_id": return_id, "line_number": number, "units": count, "restocked": 0, "scrapped": 0}
        for number, count in sorted(units.items())
    ]
    tx.connection.execute(sa.insert(goods_return_lines), rows)


def set_state(tx: WriteTx, return_id: int, state: ReturnState, note: str | None) -> None:
    values: dict[str, object] = {"state": state.value, "changed_at": tx.now}
    if note is not None:
        values["note"] = note
    tx.connection.execute(sa.update(goods_returns).where(goods_returns.c.id == return_id).values(**values))


def save_received(tx: WriteTx, return_id: int, lines: Sequence[ReturnedLine]) -> None:
    for line in lines:
        update = sa.update(goods_return_lines).where(
            goods_return_lines.c.return_id == return_id, goods_return_lines.c.line_number == line.line_number
        )
        tx.connection.execute(update.values(restocked=line.restocked, scrapped=line.scrapped))


def orders_with_returns(tx: ReadTx) -> list[int]:
    query = sa.select(goods_returns.c.order_id).distinct().order_by(goods_returns.c.order_id)
    return list(tx.connection.scalars(query))


def find_terms(tx: ReadTx, dealer_id: int) -> ReturnTerms | None:
    query = sa.select(return_terms.c.days_to_return, return_terms.c.restocking_percent)
    row = tx.connection.execute(query.where(return_terms.c.dealer_id == dealer_id)).one_or_none()
    return None if row is None else ReturnTerms(*row)


def put_terms(tx: WriteTx, dealer_id: int, terms: ReturnTerms) -> None:
    values = {"days_to_return": terms.days_to_return, "restocking_percent": terms.restocking_percent}
    insert = _INSERT_TERMS[tx.connection.dialect.name].values(dealer_id=dealer_id, **values)
    tx.connection.execute(insert.on_conflict_do_update(index_elements=["dealer_id"], set_=values))
