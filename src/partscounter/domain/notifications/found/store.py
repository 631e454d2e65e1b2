"""SQL of looking for mails."""

from typing import Any, Final

import sqlalchemy as sa

from partscounter.database import ReadTx
from partscounter.domain.dealers.tables import dealers
from partscounter.domain.notifications.found.mail_search import MailLine, MailSearch
from partscounter.domain.notifications.mail import MailState
from partscounter.domain.notifications.tables import mails
from partscounter.domain.orders.tables import orders

_WINDOW: Final = 50_000
"""Mails that are looked through for a recipient: no index finds a part of an address."""
_COLUMNS = [
    orders.c.number.label("order_number") if name == "order_number" else mails.c[name]
    for name in MailLine.__dataclass_fields__
]


def search(tx: ReadTx, wanted: MailSearch, before: int | None, limit: int) -> list[MailLine]:
    query = sa.select(*_COLUMNS).join_from(mails, orders, isouter=True).order_by(mails.c.id.desc()).limit(limit)
    if before is not None:
        query = query.where(mails.c.id < before)
    if wanted.state is not None:
        query = query.where(mails.c.state == wanted.state.value)
    if wanted.dealer_ids is not None:
        query = query.where(orders.c.dealer_id.in_(wanted.dealer_ids))
    if wanted.order_number:
        query = query.where(mails.c.order_id.in_(_orders_numbered(wanted.order_number)))
    if wanted.recipient:
        newest = before or (tx.connection.scalar(sa.select(sa.func.max(mails.c.id))) or 0) + 1
        in_address = mails.c.recipient.icontains(wanted.recipient, autoescape=True)
        query = query.where(mails.c.id >= newest - _WINDOW, in_address)
    return [_line(row) for row in tx.connection.execute(query)]


def _orders_numbered(number: str) -> sa.CompoundSelect[tuple[int]]:
    """Of any dealer; each half by an index that begins with the dealer."""
    of_any = orders.c.dealer_id.in_(sa.select(dealers.c.id))
    ids = sa.select(orders.c.id)
    return sa.union(ids.where(of_any, orders.c.number == number), ids.where(of_any, orders.c.document_number == number))


def dealer_of(tx: ReadTx, mail_id: int) -> int | None:
    query = sa.select(orders.c.dealer_id).join_from(mails, orders).where(mails.c.id == mail_id)
    return tx.connection.scalar(query)


def _line(row: sa.Row[Any]) -> MailLine:
    return MailLine(**{**row._mapping, "state": MailState(row.state)})
