"""SQL of the one cursor."""

from typing import Final

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from partscounter.database import ReadTx, WriteTx
from partscounter.domain.leads.wants.tables import want_progress

_ONLY: Final = 1


def lock_cursor(tx: WriteTx) -> int | None:
    """The cursor, held until the transaction ends; None before the first want."""
    return tx.connection.scalar(sa.select(want_progress.c.cursor).where(want_progress.c.id == _ONLY).with_for_update())


def find_cursor(tx: ReadTx) -> int | None:
    return tx.connection.scalar(sa.select(want_progress.c.cursor).where(want_progress.c.id == _ONLY))


def put_cursor(tx: WriteTx, cursor: int) -> None:
    """Set it; of two that put the first one, the one who comes first counts."""
    update = sa.update(want_progress).where(want_progress.c.id == _ONLY).values(cursor=cursor)
    if not tx.connection.execute(update).rowcount:
        engine = postgresql if tx.connection.dialect.name == "postgresql" else sqlite
        insert = engine.insert(want_progress).on_conflict_do_nothing()
        tx.connection.execute(insert.values(id=_ONLY, cursor=cursor))


def move_cursor(tx: WriteTx, after: int, cursor: int) -> bool:
    """Whether it stood at `after`, and stands at `cursor` now."""
    is_there = (want_progress.c.id == _ONLY, want_progress.c.cursor == after)
    return tx.connection.execute(sa.update(want_progress).where(*is_there).values(cursor=cursor)).rowcount == 1
