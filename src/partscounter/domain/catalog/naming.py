"""Giving names their numbers, and finding them again in any spelling."""

from collections.abc import Collection, Iterable

from partscounter.database import ReadTx, WriteTx
from partscounter.domain.catalog import store as sql
from partscounter.domain.catalog.name import Brand, Name, NameKind
from partscounter.kit.text import squash


def number_names(tx: WriteTx, kind: NameKind, texts: Iterable[str]) -> dict[str, int]:
    """The number of each text, new ones given to names met for the first time; blank texts have none."""
    key_of = {text: squash(text) for text in texts}
    first_spelling = {key: text.strip() for text, key in reversed(key_of.items()) if key}
    ids = sql.ids_by_key(tx, kind, first_spelling)
    new = {key: text for key, text in first_spelling.items() if key not in ids}
    if new:
        sql.insert_names(tx, kind, new)
        ids |= sql.ids_by_key(tx, kind, new)
    return {text: ids[key] for text, key in key_of.items() if key}


def find_name(tx: ReadTx, kind: NameKind, text: str) -> int | None:
    """The number of the name that `text` spells in any case and punctuation."""
    return find_names(tx, kind, [text]).get(text)


def find_names(tx: ReadTx, kind: NameKind, texts: Iterable[str]) -> dict[str, int]:
    """The same for several texts; those that name nothing are left out."""
    key_of = {text: squash(text) for text in texts}
    ids = sql.ids_by_key(tx, kind, set(key_of.values()))
    return {text: ids[key] for text, key in key_of.items() if key in ids}


def list_names(tx: ReadTx, kind: NameKind, ids: Collection[int] | None = None) -> list[Name]:
    """The names with these numbers (all for None), in alphabetical order."""
    return sql.load_names(tx, kind, ids)


def register_brand(tx: WriteTx, dealer_id: int, code: str, description: str) -> Brand:
    """A new brand of the dealer."""
    brand = Brand(dealer_id=dealer_id, code=code, description=description)
    sql.insert_brand(tx, brand)
    return brand


def list_brands(tx: ReadTx, dealer_id: int) -> list[Brand]:
    """The dealer's brands in order of their code."""
    return sql.list_brands(tx, dealer_id)
