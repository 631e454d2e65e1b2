"""Finding reviews."""

from partscounter.database import ReadTx
from partscounter.domain.orders.reviews import store as sql
from partscounter.domain.orders.reviews.review import Review


def find_review(tx: ReadTx, order_id: int) -> Review | None:
    """That of a resubmission, open or closed; None where none was ever needed."""
    return sql.find_review(tx, order_id)


def list_open_reviews(
    tx: ReadTx, dealers: frozenset[int] | None = None, *, after: int = 0, limit: int = 50
) -> list[Review]:
    """At most `limit` that wait for a verdict, by ascending order id above `after`; of these dealers or of all."""
    return sql.open_reviews(tx, dealers, after, limit)
