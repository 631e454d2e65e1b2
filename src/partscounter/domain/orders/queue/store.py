"""SQL of the desk's queue.

Open orders are few among many: `closed_at IS NULL` is answered by an index that holds them alone, and so is
`in_transit > 0` of lines. The numbers in these conditions stand in the text, since SQLite uses such an index only where
it can see them.
"""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from functools import cache

import sqlalchemy as sa

from partscounter.database import ReadTx
from partscounter.domain.approvals import Approval
from partscounter.domain.customers.tables import customers
from partscounter.domain.dealers.tables import dealers
from partscounter.domain.orders.order import Channel
from partscounter.domain.orders.queue.queue_filter import AGES, QueueFilter, Work
from partscounter.domain.orders.reviews.tables import order_reviews
from partscounter.domain.orders.tables import order_lines, orders

_IS_OPEN = orders.c.closed_at.is_(None)
_ON_HOLD = "OH"
"""The order-tracking status that holds an order."""
READ_THROUGH = 5_000
"""Of the newest orders, closed ones included, so many are searched for words of people."""
_NOTHING: sa.ColumnElement[int] = sa.literal_column("0", sa.Integer)


def _has(*stages: str) -> sa.ColumnElement[bool]:
    any_of = sa.or_(*(order_lines.c[stage] > _NOTHING for stage in stages))
    return sa.exists().where(order_lines.c.order_id == orders.c.id, any_of)


def _under_review() -> sa.ColumnElement[bool]:
    return orders.c.id.in_(sa.select(order_reviews.c.order_id).where(order_reviews.c.reviewed_at.is_(None)))


@cache
def _condition(work: Work) -> sa.ColumnElement[bool]:
    pending = sa.or_(
        *(status == Approval.PENDING.value for status in (orders.c.vendor_status, orders.c.customer_status))
    )
    travelling = sa.select(order_lines.c.order_id).where(order_lines.c.in_transit > _NOTHING)
    arrived = sa.select(order_lines.c.order_id).where(order_lines.c.delivered > _NOTHING)
    return {
        Work.OPEN: _IS_OPEN,
        Work.TO_PICK: sa.and_(_IS_OPEN, _has("open", "reserved")),
        Work.TO_SHIP: sa.and_(_IS_OPEN, _has("issued", "packed")),
        Work.BACK_ORDERED: sa.and_(_IS_OPEN, _has("backorder")),
        Work.APPROVAL: sa.and_(_IS_OPEN, pending),
        Work.ON_HOLD: sa.and_(_IS_OPEN, orders.c.tracking_status == _ON_HOLD),
        Work.IN_TRANSIT: orders.c.id.in_(travelling),
        Work.REVIEW: _under_review(),
        Work.DELIVERED: orders.c.id.in_(arrived),
        Work.CLOSED: orders.c.closed_at.is_not(None),
        Work.ALL: sa.true(),
    }[work]


_GROWING = frozenset({Work.DELIVERED, Work.CLOSED, Work.ALL})
"""Of these there are many: they are read by id until a page is full. The others are found first, then put in order."""
_OF_OPEN = (Work.OPEN, Work.TO_PICK, Work.TO_SHIP, Work.BACK_ORDERED, Work.APPROVAL, Work.ON_HOLD)
_OF_ANY = (Work.IN_TRANSIT, Work.REVIEW)


def queued_ids(tx: ReadTx, wanted: QueueFilter, *, after: int | None, oldest_first: bool, limit: int) -> list[int]:
    query = sa.select(orders.c.id).where(*_conditions(tx, wanted)).limit(limit)
    order: sa.ColumnElement[int] = orders.c.id if wanted.work in _GROWING else orders.c.id + _NOTHING
    query = query.order_by(order if oldest_first else order.desc())
    if after is not None:
        query = query.where(orders.c.id > after if oldest_first else orders.c.id < after)
    return list(tx.connection.scalars(query))


def _conditions(tx: ReadTx, wanted: QueueFilter) -> list[sa.ColumnElement[bool]]:
    found = [_condition(wanted.work), *_of_dealers(wanted.dealers)]
    if wanted.store_id is not None:
        found.append(orders.c.store_id == wanted.store_id)
    if wanted.customer_id is not None:
        found.append(orders.c.customer_id == wanted.customer_id)
    if wanted.channel is not None:
        found.append(orders.c.channel == Channel(wanted.channel).value)
    if wanted.older_than_days is not None:
        found.append(orders.c.placed_at <= tx.now - timedelta(days=wanted.older_than_days))
    if wanted.newer_than_days is not None:
        found.append(orders.c.placed_at > tx.now - timedelta(days=wanted.newer_than_days))
    if wanted.text:
        found.append(_says(wanted.text) if wanted.work in _OF_OPEN else _mentions(wanted.text))
    return found


def _of_dealers(seen: frozenset[int] | None) -> list[sa.ColumnElement[bool]]:
    return [] if seen is None else [orders.c.dealer_id.in_(sorted(seen))]


def _says(text: str) -> sa.ColumnElement[bool]:
    """Whether the text is somewhere in the order; every order that this is asked of is read."""
    contact = orders.c.parties["contact"]
    of_order = (
        orders.c.number,
        orders.c.document_number,
        orders.c.terms["reference"].as_string(),
        *(contact[name].as_string() for name in ("name", "company", "email")),
    )
    of_line = _contain((order_lines.c.code, order_lines.c.part_code), text)
    return sa.or_(_contain(of_order, text), sa.exists().where(order_lines.c.order_id == orders.c.id, of_line))


def _mentions(text: str) -> sa.ColumnElement[bool]:
    """Open orders and the newest others are read through; older ones answer to a whole number, or to their customer."""
    of_customer = (customers.c.given_name, customers.c.family_name, customers.c.email, customers.c.code)
    said = _says(text)
    newest = sa.select(sa.func.max(orders.c.id)).scalar_subquery() - READ_THROUGH
    names, everyone = sorted({text, text.upper()}), sa.select(dealers.c.id)
    found = (
        sa.select(orders.c.id).where(_IS_OPEN, said),
        sa.select(orders.c.id).where(orders.c.id > newest, said),
        sa.select(orders.c.id).where(orders.c.dealer_id.in_(everyone), orders.c.number.in_(names)),
        sa.select(orders.c.id).where(orders.c.dealer_id.in_(everyone), orders.c.document_number.in_(names)),
        sa.select(orders.c.id).where(
            orders.c.customer_id.in_(sa.select(customers.c.id).where(_contain(of_customer, text)))
        ),
    )
    return orders.c.id.in_(sa.union(*found))


def _contain(columns: Sequence[sa.ColumnElement[str]], text: str) -> sa.ColumnElement[bool]:
    return sa.or_(*(column.icontains(text, autoescape=True) for column in columns))


def count_works(tx: ReadTx, seen: frozenset[int] | None) -> Mapping[Work, int]:
    of_open = [sa.func.count().filter(_condition(work)) for work in _OF_OPEN]
    query = sa.select(*of_open).select_from(orders).where(_IS_OPEN, *_of_dealers(seen))
    counts = dict(zip(_OF_OPEN, tx.connection.execute(query).one(), strict=True))
    for work in _OF_ANY:
        counted = sa.select(sa.func.count()).select_from(orders).where(_condition(work), *_of_dealers(seen))
        counts[work] = tx.connection.scalar(counted) or 0
    return counts


def count_ages(tx: ReadTx, seen: frozenset[int] | None) -> list[tuple[int, int | None, int]]:
    edges = [0, *AGES]
    ranges = list(zip(edges, [*AGES, None], strict=True))
    counts = [sa.func.count().filter(*_aged(tx, since, until)) for since, until in ranges]
    query = sa.select(*counts).select_from(orders).where(_IS_OPEN, *_of_dealers(seen))
    row = tx.connection.execute(query).one()
    return [(since, until, int(count)) for (since, until), count in zip(ranges, row, strict=True)]


def _aged(tx: ReadTx, since: int, until: int | None) -> list[sa.ColumnElement[bool]]:
    """Placed at least `since` days ago (0: in the future too) and less than `until`."""
    younger = [] if until is None else [orders.c.placed_at > tx.now - timedelta(days=until)]
    return [*younger, orders.c.placed_at <= tx.now - timedelta(days=since)] if since else younger
