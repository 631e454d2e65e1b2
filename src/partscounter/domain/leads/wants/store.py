"""SQL of wants."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from partscounter.database import ReadTx, WriteTx
from partscounter.domain.catalog import NameKind
from partscounter.domain.customers.tables import customers
from partscounter.domain.inventory import Line
from partscounter.domain.leads.tables import leads
from partscounter.domain.leads.wants.tables import want_items, want_words, wants
from partscounter.domain.leads.wants.want import PART_NUMBER, Waiting, Want, WantDraft, Wanted, WantKind

_AT_ONCE = 500
_MOST_KEYS = 5_000
"""More names than these are not asked for one by one."""


def _insert(tx: WriteTx, table: sa.Table) -> sqlite.Insert | postgresql.Insert:
    """An insert that can pass over what is there already."""
    return postgresql.insert(table) if tx.connection.dialect.name == "postgresql" else sqlite.insert(table)


def _parts(ids: Collection[int]) -> Iterator[list[int]]:
    ordered = sorted(ids)
    return (ordered[start : start + _AT_ONCE] for start in range(0, len(ordered), _AT_ONCE))


def _want(row: sa.Row[Any], words: Mapping[str, frozenset[str]]) -> Want:
    wanted = Wanted(
        part_types=words.get(NameKind.PART_TYPE),
        makes=words.get(NameKind.MAKE),
        models=words.get(NameKind.MODEL),
        numbers=words.get(PART_NUMBER),
        year_from=row.year_from,
        year_to=row.year_to,
        keywords=row.keywords,
        line=None if row.line is None else Line(row.line),
        dealer_id=row.dealer_id,
        credential_id=row.credential_id,
    )
    waiting = Waiting(row.customer_id, row.name, row.email, row.language)
    draft = WantDraft(WantKind(row.kind), row.title, wanted, waiting, row.lead_id)
    return Want(id=row.id, created_at=row.created_at, ended_at=row.ended_at, draft=draft)


def wants_in(tx: ReadTx, rows: Sequence[sa.Row[Any]]) -> list[Want]:
    words: dict[int, dict[str, set[str]]] = {row.id: {} for row in rows}
    for some in _parts(words):
        for row in tx.connection.execute(sa.select(want_words).where(want_words.c.want_id.in_(some))):
            words[row.want_id].setdefault(row.kind, set()).add(row.key)
    return [_want(row, {kind: frozenset(keys) for kind, keys in words[row.id].items()}) for row in rows]


def is_open(since: datetime) -> sa.ColumnElement[bool]:
    """Not ended, and newer than the moment before which wants are forgotten."""
    return sa.and_(wants.c.ended_at.is_(None), wants.c.created_at > since)


def any_open(tx: ReadTx, since: datetime) -> bool:
    return tx.connection.scalar(sa.select(wants.c.id).where(is_open(since)).limit(1)) is not None


def insert_want(tx: WriteTx, draft: WantDraft) -> Want:
    wanted, waiting = draft.wanted, draft.waiting
    values = {
        "kind": draft.kind.value,
        "title": draft.title,
        "lead_id": draft.lead_id,
        "customer_id": waiting.customer_id,
        "name": waiting.name,
        "email": waiting.email,
        "language": waiting.language,
        "year_from": wanted.year_from,
        "year_to": wanted.year_to,
        "keywords": wanted.keywords,
        "line": wanted.line,
        "dealer_id": wanted.dealer_id,
        "credential_id": wanted.credential_id,
        "created_at": tx.now,
    }
    want_id: int = tx.connection.execute(sa.insert(wants).values(**values).returning(wants.c.id)).scalar_one()
    words = [
        {"want_id": want_id, "kind": str(kind), "key": key, "leads_here": place == 0}
        for place, (kind, keys) in enumerate(wanted.names())
        for key in sorted(keys)
    ]
    tx.connection.execute(sa.insert(want_words), words)
    return Want(id=want_id, created_at=tx.now, ended_at=None, draft=draft)


def end_want(tx: WriteTx, want_id: int) -> bool:
    still_open = (wants.c.id == want_id, wants.c.ended_at.is_(None))
    return tx.connection.execute(sa.update(wants).where(*still_open).values(ended_at=tx.now)).rowcount == 1


def find_want(tx: ReadTx, want_id: int) -> Want | None:
    return load_wants(tx, {want_id}).get(want_id)


def find_userid(tx: ReadTx, want_id: int) -> str:
    """The end-user id that the part request named, else that of the customer; empty where neither is known."""
    named = sa.func.nullif(leads.c.userid, "")
    query = sa.select(sa.func.coalesce(named, customers.c.userid, ""))
    query = query.select_from(
        wants.outerjoin(leads, leads.c.id == wants.c.lead_id).outerjoin(
            customers, customers.c.id == wants.c.customer_id
        )
    )
    return tx.connection.scalar(query.where(wants.c.id == want_id)) or ""


def find_want_of_lead(tx: ReadTx, lead_id: int) -> Want | None:
    rows = tx.connection.execute(sa.select(wants).where(wants.c.lead_id == lead_id)).all()
    return next(iter(wants_in(tx, rows)), None)


def load_wants(tx: ReadTx, ids: Collection[int]) -> dict[int, Want]:
    found: dict[int, Want] = {}
    for some in _parts(ids):
        rows = tx.connection.execute(sa.select(wants).where(wants.c.id.in_(some))).all()
        found.update((want.id, want) for want in wants_in(tx, rows))
    return found


def wants_of(tx: ReadTx, customer_id: int, since: datetime, kind: WantKind | None = None) -> list[Want]:
    query = sa.select(wants).where(wants.c.customer_id == customer_id, is_open(since)).order_by(wants.c.id)
    if kind is not None:
        query = query.where(wants.c.kind == kind.value)
    return wants_in(tx, tx.connection.execute(query).all())


def open_wants(tx: ReadTx, dealer_id: int | None, since: datetime) -> list[Want]:
    query = sa.select(wants).where(is_open(since)).order_by(wants.c.id)
    if dealer_id is not None:
        query = query.where(sa.or_(wants.c.dealer_id.is_(None), wants.c.dealer_id == dealer_id))
    return wants_in(tx, tx.connection.execute(query).all())


def count_open(tx: ReadTx, dealers: frozenset[int] | None, since: datetime) -> int:
    query = sa.select(sa.func.count()).select_from(wants).where(is_open(since))
    if dealers is not None:
        query = query.where(sa.or_(wants.c.dealer_id.is_(None), wants.c.dealer_id.in_(dealers)))
    return tx.connection.scalar(query) or 0


def open_among(tx: WriteTx, ids: Collection[int]) -> set[int]:
    """Those that nobody has ended, held so until the transaction ends."""
    found: set[int] = set()
    for some in _parts(ids):
        query = sa.select(wants.c.id).where(wants.c.id.in_(some), wants.c.ended_at.is_(None)).order_by(wants.c.id)
        found.update(tx.connection.execute(query.with_for_update()).scalars())
    return found


def led_to(tx: ReadTx, keys: Mapping[str, Collection[str]], since: datetime) -> list[tuple[str, str, int]]:
    """Kind, key and want of the open wants that these names lead to."""
    found: list[tuple[str, str, int]] = []
    for kind, wanted in keys.items():
        query = (
            sa.select(want_words.c.key, want_words.c.want_id)
            .join(wants, wants.c.id == want_words.c.want_id)
            .where(want_words.c.kind == str(kind), want_words.c.leads_here, is_open(since))
        )
        ordered = sorted(wanted)
        whole = len(ordered) > _MOST_KEYS
        for start in range(0, 1 if whole else len(ordered), _AT_ONCE):
            some = query if whole else query.where(want_words.c.key.in_(ordered[start : start + _AT_ONCE]))
            rows = tx.connection.execute(some)
            found.extend((kind, key, want_id) for key, want_id in rows if key in wanted)
    return found


def any_numbers(tx: ReadTx) -> bool:
    """Whether anybody has ever waited for a part number."""
    query = sa.select(want_words.c.want_id).where(want_words.c.kind == PART_NUMBER).limit(1)
    return tx.connection.scalar(query) is not None


def items_there_before(tx: ReadTx, item_ids: Collection[int]) -> set[int]:
    """Those of the items that were on offer before somebody wanted them."""
    found: set[int] = set()
    for some in _parts(item_ids):
        query = sa.select(want_items.c.item_id).where(want_items.c.item_id.in_(some), want_items.c.was_there)
        found.update(tx.connection.execute(query.distinct()).scalars())
    return found


def forget_there_before(tx: WriteTx, item_ids: Collection[int]) -> None:
    for some in _parts(item_ids):
        tx.connection.execute(sa.delete(want_items).where(want_items.c.item_id.in_(some), want_items.c.was_there))


def insert_pairs(tx: WriteTx, pairs: Sequence[tuple[int, int]], *, was_there: bool) -> list[tuple[int, int]]:
    """The pairs that were not there; each is inserted by one transaction only."""
    columns = want_items.c.want_id, want_items.c.item_id
    insert = _insert(tx, want_items).on_conflict_do_nothing().returning(*columns)
    new: list[tuple[int, int]] = []
    for start in range(0, len(pairs), _AT_ONCE):
        rows = [
            {"want_id": want_id, "item_id": item_id, "was_there": was_there, "matched_at": tx.now}
            for want_id, item_id in pairs[start : start + _AT_ONCE]
        ]
        new.extend((want_id, item_id) for want_id, item_id in tx.connection.execute(insert.values(rows)))
    return new


def lock_untold(tx: WriteTx, want_id: int) -> list[int]:
    """The items of the want that nobody was told of, held until the transaction ends."""
    tx.connection.execute(sa.select(wants.c.id).where(wants.c.id == want_id).with_for_update())
    untold = (want_items.c.want_id == want_id, sa.not_(want_items.c.was_there), want_items.c.told_at.is_(None))
    return list(tx.connection.execute(sa.select(want_items.c.item_id).where(*untold)).scalars())


def mark_told(tx: WriteTx, want_id: int, item_ids: Collection[int]) -> None:
    for some in _parts(item_ids):
        these = (want_items.c.want_id == want_id, want_items.c.item_id.in_(some))
        tx.connection.execute(sa.update(want_items).where(*these).values(told_at=tx.now))


def forget_pairs(tx: WriteTx, want_id: int, item_ids: Collection[int]) -> None:
    for some in _parts(item_ids):
        these = (want_items.c.want_id == want_id, want_items.c.item_id.in_(some))
        tx.connection.execute(sa.delete(want_items).where(*these))


def tallies(tx: ReadTx, want_ids: Collection[int]) -> dict[int, tuple[int, datetime | None]]:
    """Items that came in, and when somebody was last told, by want."""
    found: dict[int, tuple[int, datetime | None]] = {}
    for some in _parts(want_ids):
        told_at = sa.func.max(want_items.c.told_at, type_=want_items.c.told_at.type)
        query = sa.select(want_items.c.want_id, sa.func.count(), told_at).where(
            want_items.c.want_id.in_(some), sa.not_(want_items.c.was_there)
        )
        for want_id, items, at in tx.connection.execute(query.group_by(want_items.c.want_id)):
            found[want_id] = items, at
    return found
