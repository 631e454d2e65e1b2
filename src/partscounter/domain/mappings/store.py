"""SQL of mappings."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from partscounter.database import ReadTx, WriteTx
from partscounter.database.prepared import Prepared
from partscounter.domain.catalog import NameKind
from partscounter.domain.mappings.check_draft import CheckedValue
from partscounter.domain.mappings.tables import mapped_natives, mapped_values, unmatched_words
from partscounter.domain.mappings.unmatched_word import UnmatchedWord
from partscounter.domain.mappings.value import MappedValue

_credentials = sa.table("credentials", sa.column("id"))


def lock_user(tx: WriteTx, credential_id: int) -> None:
    """Of two imports for one user the second waits for the first."""
    tx.connection.execute(sa.select(_credentials.c.id).where(_credentials.c.id == credential_id).with_for_update())


def delete_values(tx: WriteTx, credential_id: int) -> None:
    tx.connection.execute(sa.delete(mapped_values).where(mapped_values.c.credential_id == credential_id))


def insert_values(tx: WriteTx, credential_id: int, values: Sequence[CheckedValue]) -> None:
    if not values:
        return
    tx.connection.execute(sa.insert(mapped_values), [_value_row(credential_id, value) for value in values])
    query = sa.select(mapped_values.c.kind, mapped_values.c.key, mapped_values.c.id)
    rows = tx.connection.execute(query.where(mapped_values.c.credential_id == credential_id))
    ids = {(NameKind(kind), key): id_ for kind, key, id_ in rows}
    natives = [
        {"value_id": ids[value.draft.kind, value.draft.key], "key": key}
        for value in values
        for key in value.draft.natives
    ]
    if natives:
        tx.connection.execute(sa.insert(mapped_natives), natives)
    parents = [
        {"child": ids[value.draft.kind, value.draft.key], "parent": ids[value.parent.kind, value.parent.key]}
        for value in values
        if value.parent is not None
    ]
    if parents:
        update = sa.update(mapped_values).where(mapped_values.c.id == sa.bindparam("child"))
        tx.connection.execute(update.values(parent_id=sa.bindparam("parent")), parents)


def _value_row(credential_id: int, value: CheckedValue) -> dict[str, object]:
    draft = value.draft
    return {
        "credential_id": credential_id,
        "kind": draft.kind.value,
        "key": draft.key,
        "text": draft.text,
        "number": draft.number,
        "category": value.category,
    }


def _value_id() -> sa.Select[int]:
    key, number = mapped_values.c.key == sa.bindparam("key"), mapped_values.c.number == sa.bindparam("number")
    return (
        sa.select(mapped_values.c.id)
        .where(
            mapped_values.c.credential_id == sa.bindparam("credential_id"),
            mapped_values.c.kind == sa.bindparam("kind"),
            key | (number & (mapped_values.c.number != "")),
        )
        .order_by(sa.case((key, 0), else_=1))
        .limit(1)
    )


_VALUE_ID = Prepared(_value_id())


def find_value_id(tx: ReadTx, credential_id: int, kind: NameKind, key: str, number: str) -> int | None:
    """By name or number; a name goes before a number, and no number is blank."""
    row = _VALUE_ID.row(tx, credential_id=credential_id, kind=kind.value, key=key, number=number)
    return None if row is None else int(row[0])


def native_keys_under(tx: ReadTx, value_id: int) -> frozenset[str]:
    """Of the value and of all beneath it."""
    # UNION and not UNION ALL: ends even if the rows had a circle.
    under = sa.select(mapped_values.c.id).where(mapped_values.c.id == value_id).cte("under", recursive=True)
    under = under.union(sa.select(mapped_values.c.id).join(under, mapped_values.c.parent_id == under.c.id))
    query = sa.select(mapped_natives.c.key).join(under, mapped_natives.c.value_id == under.c.id)
    return frozenset(tx.connection.scalars(query))


@dataclass(frozen=True, slots=True)
class ToldValue:
    """A value with what is said of itself, and not of what is beneath it."""

    kind: NameKind
    text: str
    number: str
    category: str
    parent_id: int | None
    natives: tuple[str, ...]
    """Keys."""


def told_values(tx: ReadTx, credential_id: int) -> dict[int, ToldValue]:
    """By id, in the order of kind and name."""
    mine = mapped_values.c.credential_id == credential_id
    pairs = sa.select(mapped_natives.c.value_id, mapped_natives.c.key).join(mapped_values).where(mine)
    natives: dict[int, list[str]] = defaultdict(list)
    for value_id, key in tx.connection.execute(pairs.order_by(mapped_natives.c.key)):
        natives[value_id].append(key)
    query = sa.select(mapped_values).where(mine).order_by(mapped_values.c.kind, mapped_values.c.key)
    return {
        row.id: ToldValue(
            NameKind(row.kind), row.text, row.number, row.category, row.parent_id, tuple(natives.get(row.id, ()))
        )
        for row in tx.connection.execute(query)
    }


def count_values(tx: ReadTx) -> dict[int, int]:
    query = sa.select(mapped_values.c.credential_id, sa.func.count()).group_by(mapped_values.c.credential_id)
    return dict(tuple(row) for row in tx.connection.execute(query))


def load_values(tx: ReadTx, credential_id: int, kind: NameKind) -> list[MappedValue]:
    """In the order of their names."""
    return list(values_by_key(tx, credential_id, kind).values())


def values_by_key(tx: ReadTx, credential_id: int, kind: NameKind) -> dict[str, MappedValue]:
    """The same under their squashed names."""
    of_user = (mapped_values.c.credential_id == credential_id) & (mapped_values.c.kind == kind.value)
    rows = tx.connection.execute(sa.select(mapped_values).where(of_user).order_by(mapped_values.c.key)).all()
    natives = _natives(tx, of_user, {row.id: row.parent_id for row in rows})
    return {row.key: _value(row, natives.get(row.id, frozenset())) for row in rows}


def load_level(tx: ReadTx, credential_id: int, kind: NameKind, parent_id: int | None) -> list[MappedValue]:
    """The values right beneath one, or those that are beneath none; their natives are left out."""
    query = sa.select(mapped_values).where(
        mapped_values.c.credential_id == credential_id,
        mapped_values.c.kind == kind.value,
        mapped_values.c.parent_id.is_(None) if parent_id is None else mapped_values.c.parent_id == parent_id,
    )
    return [_value(row, frozenset()) for row in tx.connection.execute(query.order_by(mapped_values.c.key))]


def _natives(
    tx: ReadTx, of_user: sa.ColumnElement[bool], parents: Mapping[int, int | None]
) -> dict[int, Iterable[str]]:
    """Native keys by value, those of a value also under every group above it."""
    found: dict[int, set[str]] = defaultdict(set)
    query = sa.select(mapped_natives).join(mapped_values, mapped_values.c.id == mapped_natives.c.value_id)
    for value_id, key in tx.connection.execute(query.where(of_user)):
        holder: int | None = value_id
        while holder is not None and key not in found[holder]:
            found[holder].add(key)
            holder = parents[holder]
    return dict(found)


def _value(row: sa.Row[Any], natives: Iterable[str]) -> MappedValue:
    return MappedValue(
        id=row.id,
        kind=NameKind(row.kind),
        text=row.text,
        number=row.number,
        category=row.category,
        natives=frozenset(natives),
    )


def known_credentials(tx: ReadTx, ids: Collection[int]) -> set[int]:
    return set(tx.connection.scalars(sa.select(_credentials.c.id).where(_credentials.c.id.in_(ids))))


def add_unmatched(tx: WriteTx, credential_id: int, key: str, word: UnmatchedWord) -> None:
    dialect = postgresql if tx.connection.dialect.name == "postgresql" else sqlite
    insert = dialect.insert(unmatched_words).values(
        credential_id=credential_id,
        kind=word.kind.value,
        key=key,
        text=word.text,
        searches=word.searches,
        last_at=word.last_at,
    )
    same = [unmatched_words.c.credential_id, unmatched_words.c.kind, unmatched_words.c.key]
    more = {
        "searches": unmatched_words.c.searches + insert.excluded.searches,
        "text": insert.excluded.text,
        "last_at": insert.excluded.last_at,
    }
    tx.connection.execute(insert.on_conflict_do_update(index_elements=same, set_=more))


def trim_unmatched(tx: WriteTx, credential_id: int, most: int) -> None:
    """Leave the `most` words that were searched for last."""
    words = unmatched_words.c
    of_user = words.credential_id == credential_id
    newest = sa.select(words.kind, words.key).where(of_user).order_by(words.last_at.desc(), words.kind, words.key)
    count = tx.connection.scalar(sa.select(sa.func.count()).select_from(unmatched_words).where(of_user)) or 0
    if count > most:
        kept = newest.limit(most).subquery()
        pairs = sa.select(kept.c.kind, kept.c.key)
        tx.connection.execute(sa.delete(unmatched_words).where(of_user, sa.tuple_(words.kind, words.key).not_in(pairs)))


def load_unmatched(tx: ReadTx, credential_id: int, kind: NameKind) -> list[UnmatchedWord]:
    """The most searched first."""
    words = unmatched_words.c
    query = sa.select(unmatched_words).where(words.credential_id == credential_id, words.kind == kind.value)
    rows = tx.connection.execute(query.order_by(words.searches.desc(), words.key))
    return [UnmatchedWord(kind, row.text, row.searches, row.last_at) for row in rows]
