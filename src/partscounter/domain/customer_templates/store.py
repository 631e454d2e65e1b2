"""SQL of templates and their assignments."""

from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from partscounter.database import ReadTx, WriteTx
from partscounter.domain.customer_templates.tables import (
    customer_templates,
    dealer_templates,
    template_assignments,
)
from partscounter.domain.customer_templates.template import TemplateType
from partscounter.domain.dealers.tables import dealers


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
        "rule": "",
    }
    tx.connection.execute(_upsert(tx, template_assignments, row, ("credential_id", "userid", "type")))


def put_rule_assignment(
    tx: WriteTx, credential_id: int, userid: str, type_: TemplateType, template_id: int, *, rule: str
) -> bool:
    row = {
        "credential_id": credential_id,
        "userid": userid,
        "type": type_.value,
        "template_id": template_id,
        "assigned_at": tx.now,
        "rule": rule,
    }
    old, new = template_assignments.c, _insert(tx, template_assignments).excluded
    differs = sa.or_(old.template_id != new.template_id, old.rule != new.rule)
    # Whoever assigned one by hand in the meantime is not overruled: the condition is looked at under the row's lock.
    upsert = _insert(tx, template_assignments).values(**row)
    upsert = upsert.on_conflict_do_update(
        index_elements=("credential_id", "userid", "type"),
        set_={name: row[name] for name in ("template_id", "assigned_at", "rule")},
        where=sa.and_(old.rule != "", differs),
    )
    return tx.connection.execute(upsert.returning(old.userid)).first() is not None


def delete_rule_assignment(tx: WriteTx, credential_id: int, userid: str, type_: TemplateType) -> bool:
    delete = sa.delete(template_assignments).where(
        template_assignments.c.credential_id == credential_id,
        template_assignments.c.userid == userid,
        template_assignments.c.type == type_.value,
        template_assignments.c.rule != "",
    )
    return tx.connection.execute(delete).rowcount > 0


def delete_assignment(tx: WriteTx, credential_id: int, userid: str, type_: TemplateType) -> bool:
    delete = sa.delete(template_assignments).where(
        template_assignments.c.credential_id == credential_id,
        template_assignments.c.userid == userid,
        template_assignments.c.type == type_.value,
    )
    return tx.connection.execute(delete).rowcount > 0


def assignments_of(tx: ReadTx, credential_id: int) -> Sequence[sa.Row[Any, Any, Any, Any]]:
    of = template_assignments.c
    query = (
        sa.select(of.userid, of.type, customer_templates.c.name, of.rule)
        .join(customer_templates)
        .where(template_assignments.c.credential_id == credential_id)
    )
    return tx.connection.execute(query).all()


def assignments_of_userid(tx: ReadTx, userid: str) -> Sequence[sa.Row[Any, Any, Any, Any]]:
    of = template_assignments.c
    query = sa.select(of.credential_id, of.type, customer_templates.c.name, of.rule).join(customer_templates)
    return tx.connection.execute(query.where(of.userid == userid)).all()


def rules_of_end_user(tx: ReadTx, credential_id: int, userid: str) -> list[tuple[str, Mapping[str, object]]]:
    query = (
        sa.select(customer_templates.c.type, customer_templates.c.rules)
        .join(template_assignments)
        .where(template_assignments.c.credential_id == credential_id, template_assignments.c.userid == userid)
    )
    return [(type_, rules) for type_, rules in tx.connection.execute(query)]


def rules_named(tx: ReadTx, name: str) -> list[tuple[str, Mapping[str, object]]]:
    query = sa.select(customer_templates.c.type, customer_templates.c.rules).where(customer_templates.c.name == name)
    return [(type_, rules) for type_, rules in tx.connection.execute(query)]


def rules_of_dealers(tx: ReadTx) -> list[tuple[str | None, str, Mapping[str, object]]]:
    query = (
        sa.select(dealers.c.vendor_id, customer_templates.c.type, customer_templates.c.rules)
        .select_from(dealer_templates)
        .join(dealers)
        .join(customer_templates, customer_templates.c.id == dealer_templates.c.template_id)
        .order_by(dealers.c.id)
    )
    return [(vendor, type_, rules) for vendor, type_, rules in tx.connection.execute(query)]


def template_ids_named(tx: ReadTx, name: str) -> dict[str, int]:
    query = sa.select(customer_templates.c.type, customer_templates.c.id).where(customer_templates.c.name == name)
    return {type_: id_ for type_, id_ in tx.connection.execute(query)}  # noqa: C416 - a row is a pair only when unpacked


def load_dealer_defaults(tx: ReadTx) -> dict[tuple[int, str], int]:
    return {(row.dealer_id, row.type): row.template_id for row in tx.connection.execute(sa.select(dealer_templates))}


def dealer_default_names(tx: ReadTx) -> dict[int, str]:
    query = sa.select(dealer_templates.c.dealer_id, customer_templates.c.name).join(customer_templates).distinct()
    return {dealer_id: name for dealer_id, name in tx.connection.execute(query)}  # noqa: C416 - a row is a pair only when unpacked


def count_assignments(tx: ReadTx) -> dict[tuple[TemplateType, str], int]:
    of = customer_templates.c
    query = sa.select(of.type, of.name, sa.func.count()).join(template_assignments).group_by(of.type, of.name)
    return {(TemplateType(type_), name): count for type_, name, count in tx.connection.execute(query)}


def replace_dealer_defaults(tx: WriteTx, defaults: Mapping[tuple[int, str], int]) -> None:
    for dealer_id, type_ in sorted(load_dealer_defaults(tx).keys() - defaults.keys()):
        of_dealer = (dealer_templates.c.dealer_id == dealer_id, dealer_templates.c.type == type_)
        tx.connection.execute(sa.delete(dealer_templates).where(*of_dealer))
    for (dealer_id, type_), id_ in sorted(defaults.items()):
        row = {"dealer_id": dealer_id, "type": type_, "template_id": id_}
        tx.connection.execute(_upsert(tx, dealer_templates, row, ("dealer_id", "type")))


def _upsert(tx: WriteTx, table: sa.Table, row: Mapping[str, object], key: tuple[str, ...]) -> sa.Insert:
    """Two requests at once for one key: the later one wins."""
    changed = {name: value for name, value in row.items() if name not in key}
    return _insert(tx, table).values(**row).on_conflict_do_update(index_elements=key, set_=changed)


def _insert(tx: WriteTx, table: sa.Table) -> postgresql.Insert | sqlite.Insert:
    return postgresql.insert(table) if tx.connection.dialect.name == "postgresql" else sqlite.insert(table)
