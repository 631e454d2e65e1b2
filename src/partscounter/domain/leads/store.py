"""SQL of leads."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from partscounter.database import ReadTx, WriteTx
from partscounter.domain.leads.lead import Lead, LeadContact, LeadDraft, LeadKind
from partscounter.domain.leads.tables import leads
from partscounter.domain.leads.wanted import LeadsWanted
from partscounter.kit.address import PostalAddress


def _lead(row: sa.Row[Any]) -> Lead:
    draft = LeadDraft(
        kind=LeadKind(row.kind),
        contact=LeadContact(PostalAddress.from_data(row.contact), row.preferred_method),
        dealer_id=row.dealer_id,
        store_id=row.store_id,
        userid=row.userid,
        facts=tuple((name, text) for name, text in row.facts),
    )
    return Lead(id=row.id, logged_at=row.logged_at, logged_by=row.logged_by, draft=draft)


def insert_lead(tx: WriteTx, draft: LeadDraft) -> Lead:
    values = {
        "kind": draft.kind.value,
        "dealer_id": draft.dealer_id,
        "store_id": draft.store_id,
        "userid": draft.userid,
        "contact": draft.contact.address.to_data(),
        "preferred_method": draft.contact.preferred_method,
        "facts": [list(fact) for fact in draft.facts],
        "logged_at": tx.now,
        "month": f"{tx.now:%Y-%m}",
        "logged_by": tx.actor.name,
    }
    return _lead(tx.connection.execute(sa.insert(leads).values(**values).returning(leads)).one())


def find_lead(tx: ReadTx, lead_id: int) -> Lead | None:
    row = tx.connection.execute(sa.select(leads).where(leads.c.id == lead_id)).one_or_none()
    return None if row is None else _lead(row)


def newest_leads(tx: ReadTx, limit: int) -> list[Lead]:
    return [_lead(row) for row in tx.connection.execute(sa.select(leads).order_by(leads.c.id.desc()).limit(limit))]


def search_leads(tx: ReadTx, wanted: LeadsWanted, offset: int, limit: int) -> tuple[int, list[Lead]]:
    conditions = _conditions(wanted)
    total = tx.connection.scalar(sa.select(sa.func.count()).select_from(leads).where(*conditions)) or 0
    query = sa.select(leads).where(*conditions).order_by(leads.c.id.desc()).offset(offset).limit(limit)
    return total, [_lead(row) for row in tx.connection.execute(query)]


def _conditions(wanted: LeadsWanted) -> list[sa.ColumnElement[bool]]:
    conditions: list[sa.ColumnElement[bool]] = []
    if wanted.month:
        conditions.append(leads.c.month == wanted.month)
    if wanted.kind is not None:
        conditions.append(leads.c.kind == wanted.kind.value)
    if wanted.dealer_id is not None:
        conditions.append(leads.c.dealer_id == wanted.dealer_id)
    if wanted.dealer_ids is not None:
        conditions.append(sa.or_(leads.c.dealer_id.is_(None), leads.c.dealer_id.in_(wanted.dealer_ids)))
    persons = []
    if wanted.userid:
        persons.append(leads.c.userid == wanted.userid)
    if wanted.email:
        persons.append(sa.func.lower(leads.c.contact["email"].as_string()) == wanted.email.lower())
    return [*conditions, sa.or_(*persons)] if persons else conditions


def count_leads(tx: ReadTx, month: str | None) -> Sequence[sa.Row[Any]]:
    keys = (leads.c.month, leads.c.kind, leads.c.dealer_id)
    query = sa.select(*keys, sa.func.count().label("total")).group_by(*keys)
    if month is not None:
        query = query.where(leads.c.month == month)
    return tx.connection.execute(query).all()
