"""SQL of what an index is told: items that can be bought, by id or one after the other."""

from collections.abc import Sequence

import sqlalchemy as sa

from partscounter.database import ReadTx
from partscounter.database.among import among
from partscounter.database.prepared import Prepared
from partscounter.domain.inventory.documents.document_row import DocumentRow
from partscounter.domain.inventory.tables import items

_AMOUNTS = {"price", "core_price"}
_COLUMNS = [
    sa.type_coerce(items.c[name], sa.BigInteger).label(name) if name in _AMOUNTS else items.c[name]
    for name in DocumentRow._fields
]
_CAN_BE_BOUGHT = (items.c.listed, items.c.on_hand > items.c.reserved)
_OFFERED = sa.select(*_COLUMNS).where(*_CAN_BE_BOUGHT).order_by(items.c.id)
_COUNT = sa.select(sa.func.count()).select_from(items).where(*_CAN_BE_BOUGHT)
_BY_ID = Prepared(_OFFERED.where(among(items.c.id, "ids")))
_AFTER = Prepared(_OFFERED.where(items.c.id > sa.bindparam("after", type_=sa.BigInteger)).limit(sa.bindparam("most")))


def offered_with_ids(tx: ReadTx, ids: Sequence[int]) -> list[DocumentRow]:
    return [DocumentRow._make(row) for row in _BY_ID.rows(tx, ids=ids)]


def count_offered(tx: ReadTx) -> int:
    return int(tx.connection.execute(_COUNT).scalar_one())


def offered_after(tx: ReadTx, after: int, most: int) -> list[DocumentRow]:
    return [DocumentRow._make(row) for row in _AFTER.rows(tx, after=after, most=most)]
