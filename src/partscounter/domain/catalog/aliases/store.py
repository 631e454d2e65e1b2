"""SQL of aliases."""

from collections.abc import Collection, Iterable

import sqlalchemy as sa

from partscounter.database import ReadTx, WriteTx
from partscounter.database.prepared import Prepared
from partscounter.domain.catalog.aliases.alias import Alias
from partscounter.domain.catalog.aliases.tables import aliases
from partscounter.domain.catalog.name import NameKind
from partscounter.domain.catalog.tables import names
from partscounter.kit.text import squash

_KEEP_WRITERS_OUT = sa.text("LOCK TABLE name_aliases IN SHARE ROW EXCLUSIVE MODE")


def lock_table(tx: WriteTx) -> None:
    """Of two changes the second waits for the first: each alone may be right, and both together a chain."""
    if tx.connection.dialect.name == "postgresql":
        tx.connection.execute(_KEEP_WRITERS_OUT)


def load_aliases(tx: ReadTx, kinds: Collection[NameKind], *, in_use: bool) -> list[Alias]:
    """In the order of kind and spelling; with `in_use` False those that were removed."""
    query = sa.select(aliases).where(aliases.c.kind.in_([kind.value for kind in kinds]), aliases.c.in_use.is_(in_use))
    rows = tx.connection.execute(query.order_by(aliases.c.kind, aliases.c.key))
    return [Alias(NameKind(row.kind), row.text, row.name, row.shipped) for row in rows]


def find_alias(tx: ReadTx, kind: NameKind, key: str) -> Alias | None:
    query = sa.select(aliases).where(aliases.c.kind == kind.value, aliases.c.key == key, aliases.c.in_use.is_(True))
    row = tx.connection.execute(query).first()
    return None if row is None else Alias(kind, row.text, row.name, row.shipped)


def name_keys(tx: ReadTx, kind: NameKind) -> dict[str, str]:
    """Alias → what it stands for, both as keys."""
    query = sa.select(aliases.c.key, aliases.c.name_key)
    rows = tx.connection.execute(query.where(aliases.c.kind == kind.value, aliases.c.in_use.is_(True)))
    return {row.key: row.name_key for row in rows}


def put(tx: WriteTx, wanted: Iterable[Alias]) -> None:
    rows = [
        {
            "kind": alias.kind.value,
            "key": squash(alias.text),
            "text": alias.text,
            "name_key": squash(alias.name),
            "name": alias.name,
            "shipped": alias.shipped,
            "in_use": True,
        }
        for alias in wanted
    ]
    if not rows:
        return
    same = (aliases.c.kind == sa.bindparam("old_kind")) & (aliases.c.key == sa.bindparam("old_key"))
    tx.connection.execute(sa.delete(aliases).where(same), [{"old_kind": r["kind"], "old_key": r["key"]} for r in rows])
    tx.connection.execute(sa.insert(aliases), rows)


def take_out(tx: WriteTx, kind: NameKind, key: str) -> None:
    """A shipped one is only switched off."""
    same = (aliases.c.kind == kind.value) & (aliases.c.key == key)
    tx.connection.execute(sa.update(aliases).where(same, aliases.c.shipped.is_(True)).values(in_use=False))
    tx.connection.execute(sa.delete(aliases).where(same, aliases.c.shipped.is_(False)))


def names_called(tx: ReadTx, kind: NameKind, key: str) -> frozenset[int]:
    """The numbers of the name with this key, and of all names that aliases make the same; one query, since every
    search asks it up to three times."""
    return frozenset(id_ for (id_,) in _NAMES_CALLED.rows(tx, kind=kind.value, key=key))


def words_with(tx: ReadTx, kind: NameKind, key: str, limit: int) -> list[tuple[str, str]]:
    """Names, with an empty text, and aliases, with what they stand for, in whose key `key` stands."""
    texts = sa.union_all(
        sa.select(names.c.key, names.c.text, sa.literal("").label("name")).where(names.c.kind == kind.value),
        sa.select(aliases.c.key, aliases.c.text, aliases.c.name).where(
            aliases.c.kind == kind.value, aliases.c.in_use.is_(True)
        ),
    ).subquery()
    begins = sa.case((texts.c.key.startswith(key), 0), else_=1)
    query = sa.select(texts.c.text, texts.c.name).where(texts.c.key.contains(key))
    order = (begins, sa.func.length(texts.c.key), texts.c.key, texts.c.name)
    return [(row.text, row.name) for row in tx.connection.execute(query.order_by(*order).limit(limit))]


def _names_called() -> Prepared:
    kind, key = sa.bindparam("kind", type_=sa.Text), sa.bindparam("key", type_=sa.Text)
    in_use = [aliases.c.kind == kind, aliases.c.in_use.is_(True)]
    stands_for = sa.select(aliases.c.name_key).where(*in_use, aliases.c.key == key).scalar_subquery()
    name_key = sa.func.coalesce(stands_for, key)
    others = sa.select(aliases.c.key).where(*in_use, aliases.c.name_key == name_key)
    of_kind = sa.select(names.c.id).where(names.c.kind == kind)
    return Prepared(sa.union_all(of_kind.where(names.c.key == name_key), of_kind.where(names.c.key.in_(others))))


_NAMES_CALLED = _names_called()
