"""SQL of approvers."""

from collections.abc import Mapping

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from partscounter.database import ReadTx, WriteTx
from partscounter.domain.approvals.approver import Approver
from partscounter.domain.approvals.tables import approvers

_INSERT: Mapping[str, sqlite.Insert | postgresql.Insert] = {
    "sqlite": sqlite.insert(approvers),
    "postgresql": postgresql.insert(approvers),
}


def approvers_with(tx: ReadTx, **equal: object) -> list[Approver]:
    conditions = [approvers.c[name] == value for name, value in equal.items()]
    query = sa.select(approvers).where(*conditions).order_by(approvers.c.at_least, approvers.c.id)
    return [Approver(**row._mapping) for row in tx.connection.execute(query)]


def insert_approver(tx: WriteTx, values: Mapping[str, object]) -> Approver | None:
    """None where the customer has one with this address; of two at the same moment one is the first."""
    insert = _INSERT[tx.connection.dialect.name].values(**values).on_conflict_do_nothing()
    row = tx.connection.execute(insert.returning(approvers)).one_or_none()
    return None if row is None else Approver(**row._mapping)


def delete_approver(tx: WriteTx, customer_id: int, email: str) -> Approver | None:
    delete = sa.delete(approvers).where(approvers.c.customer_id == customer_id, approvers.c.email == email)
    row = tx.connection.execute(delete.returning(approvers)).one_or_none()
    return None if row is None else Approver(**row._mapping)
