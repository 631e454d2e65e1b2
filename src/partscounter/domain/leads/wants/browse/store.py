"""SQL of lists of wants."""

from collections.abc import Collection
from datetime import datetime

import sqlalchemy as sa

from partscounter.database import ReadTx
from partscounter.domain.leads.wants.store import is_open, wants_in
from partscounter.domain.leads.wants.tables import wants
from partscounter.domain.leads.wants.want import Want


def search_open(
    tx: ReadTx,
    text: str,
    dealer_ids: Collection[int] | None,
    customer_id: int | None,
    *,
    since: datetime,
    offset: int,
    limit: int,
) -> tuple[int, list[Want]]:
    conditions = [is_open(since)]
    if dealer_ids is not None:
        conditions.append(sa.or_(wants.c.dealer_id.is_(None), wants.c.dealer_id.in_(dealer_ids)))
    if customer_id is not None:
        conditions.append(wants.c.customer_id == customer_id)
    for word in text.split():
        texts = (wants.c.title, wants.c.name, wants.c.email, wants.c.keywords)
        found = (sa.func.lower(each).contains(word.lower(), autoescape=True) for each in texts)
        conditions.append(sa.or_(*found))
    total = tx.connection.scalar(sa.select(sa.func.count()).select_from(wants).where(*conditions)) or 0
    query = sa.select(wants).where(*conditions).order_by(wants.c.id).offset(offset).limit(limit)
    return total, wants_in(tx, tx.connection.execute(query).all())
