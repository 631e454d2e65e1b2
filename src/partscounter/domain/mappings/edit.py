"""Changes one word of a user's mapping, and leaves the others."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from partscounter.database import WriteTx
from partscounter.domain import access
from partscounter.domain.catalog import NameKind
from partscounter.domain.mappings import store
from partscounter.domain.mappings.errors import MappingChanged
from partscounter.domain.mappings.replace import replace_mapping
from partscounter.domain.mappings.rows import list_rows, mapping_version
from partscounter.domain.mappings.value import MappingRow, MappingSize
from partscounter.kit.text import squash


@dataclass(frozen=True, slots=True)
class ValueEdit:
    """One word as it shall be."""

    kind: NameKind
    known_as: str
    """What it is called now; blank for a new one."""
    value: str
    """What it shall be called; blank takes it out."""
    natives: tuple[str, ...] = ()
    number: str = ""
    parent: str = ""
    category: str = ""


def edited_rows(rows: Sequence[MappingRow], edit: ValueEdit) -> list[MappingRow]:
    """The whole mapping with the word as it shall be. What stands beneath it follows when it is renamed."""
    old = squash(edit.known_as)
    kept = [row for row in rows if not (old and row.kind is edit.kind and squash(row.value) == old)]
    if edit.value and old:
        kept = [
            replace(row, parent=edit.value) if row.kind is edit.kind and squash(row.parent) == old else row
            for row in kept
        ]
    if not edit.value:
        return kept
    told = [
        MappingRow(edit.kind, edit.value, native, edit.number, edit.parent, edit.category, line)
        for line, native in enumerate(edit.natives or ("",), 1)
    ]
    return kept + told


def edit_mapping(tx: WriteTx, credential_id: int, edit: ValueEdit, version: str) -> MappingSize:
    """Change the word, if the mapping is as it was seen.

    Refuses with CredentialNotFound, MappingChanged, and InvalidMapping as `replace_mapping` does.
    """
    access.get_credential(tx, credential_id)
    store.lock_user(tx, credential_id)
    rows = list_rows(tx, credential_id)
    if mapping_version(rows) != version:
        raise MappingChanged("Somebody has changed the mapping since it was looked at.")
    return replace_mapping(tx, credential_id, edited_rows(rows, edit))
