"""SQL of templates and their assignments."""

from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from partscounter.database import ReadTx, WriteTx
from partscounter.domain.customer_templates.tables import customer_templates, template_assignments
from partscounter.domain.customer_templates.template import TemplateType


def load_rules(tx: ReadTx) -> dict[tuple[TemplateType, str], Mapping[str, object]]:
    rows = tx.connection.execute(sa.select(customer_templates))
    return {(TemplateType(row.type), row.name): row.rules for row in rows}


def put_template(tx: WriteTx, type_: TemplateType, name: str, rules: Mapping[str, object]) -> None:
    row = {"type": type_.value, "name": name, "rules": rules}
    tx.connection.execute(_upsert(tx, customer_templates, row, ("type", "name")))


def find_template_id(tx: ReadTx, type_: TemplateType, name: str) -> int | None:
    query = sa.select(customer_templates.c.id).where(
        customer_templates.c.type == type_.value, customer_templates.c.name == name
    )
    return tx.connection.scalar(query)


def put_assignment(tx: WriteTx, credential_id: int, userid: str, type_: TemplateType, template_id: int) -> None:
    row = {
        "credential_id": credential_id,
        "userid": userid,
        "type": type_.value,
        "template_id": template_id,
        "assigned_at": tx.now,
    }
    tx.connection.execute(_upsert(tx, template_assignments, row, ("credential_id", "userid", "type")))


def delete_assignment(tx: WriteTx, credential_id: int, userid: str, type_: TemplateType) -> bool:
    delete = sa.delete(template_assignments).where(
        template_assignments.c.credential_id == credential_id,
        template_assignments.c.userid == userid,
        template_assignments.c.type == type_.value,
    )
    return tx.connection.execute(delete).rowcount > 0


def assignments_of(tx: ReadTx, credential_id: int) -> Sequence[sa.Row[Any, Any, Any]]:
    query = (
        sa.select(template_assignments.c.userid, template_assignments.c.type, customer_templates.c.name)
        .join(customer_templates)
        .where(template_assignments.c.credential_id == credential_id)
    )
    return tx.connection.execute(query).all()


def _upsert(tx: WriteTx, table: sa.Table, row: Mapping[str, object], key: tuple[str, ...]) -> sa.Insert:
    """Two requests at once for one key: the later one wins."""
    changed = {name: value for name, value in row.items() if name not in key}
    if tx.connection.dialect.name == "postgresql":
        return postgresql.insert(table).values(**row).on_conflict_do_update(index_elements=key, set_=changed)
    return sqlite.insert(table).values(**row).on_conflict_do_update(index_elements=key, set_=changed)
