"""SQL of reviews."""

import sqlalchemy as sa

from partscounter.database import ReadTx, WriteTx
from partscounter.domain.orders.reviews.review import Review
from partscounter.domain.orders.reviews.tables import order_reviews
from partscounter.domain.orders.tables import orders

_COLUMNS = [order_reviews.c[name] for name in Review.__dataclass_fields__]


def insert_review(tx: WriteTx, order_id: int, replaces: int) -> None:
    tx.connection.execute(sa.insert(order_reviews).values(order_id=order_id, replaces=replaces))


def find_review(tx: ReadTx, order_id: int) -> Review | None:
    row = tx.connection.execute(sa.select(*_COLUMNS).where(order_reviews.c.order_id == order_id)).one_or_none()
    return None if row is None else Review(*row)


def open_reviews(tx: ReadTx, dealers: frozenset[int] | None, after: int, limit: int) -> list[Review]:
    query = (
        sa.select(*_COLUMNS)
        .where(order_reviews.c.reviewed_at.is_(None), order_reviews.c.order_id > after)
        .order_by(order_reviews.c.order_id)
        .limit(limit)
    )
    if dealers is not None:
        query = query.join(orders, orders.c.id == order_reviews.c.order_id).where(orders.c.dealer_id.in_(dealers))
    return [Review(*row) for row in tx.connection.execute(query)]


def close_review(tx: WriteTx, order_id: int, verdict: str, note: str) -> bool:
    """Whether the review was open until now."""
    update = sa.update(order_reviews).where(order_reviews.c.order_id == order_id, order_reviews.c.reviewed_at.is_(None))
    values = {"verdict": verdict, "reviewed_at": tx.now, "reviewed_by": tx.actor.name, "note": note}
    return tx.connection.execute(update.values(**values)).rowcount == 1
