"""A user's mapping as the rows that would make it again, and a name for its state."""

from collections.abc import Sequence
from dataclasses import astuple
from hashlib import blake2b

from partscounter.database import ReadTx
from partscounter.domain import catalog
from partscounter.domain.mappings import store
from partscounter.domain.mappings.value import MAPPED_KINDS, MappingRow
from partscounter.kit.text import squash


def list_rows(tx: ReadTx, credential_id: int) -> list[MappingRow]:
    """One for each value and native name, in the order of the values; `replace_mapping` with them changes nothing.

    A native name is spelled as in the catalogue, or where that does not know it as it was squashed. A category that is
    the parent's stays blank.
    """
    told = store.told_values(tx, credential_id)
    spelled = {kind: {squash(name.text): name.text for name in catalog.list_names(tx, kind)} for kind in MAPPED_KINDS}
    rows = []
    for value in told.values():
        above = told.get(value.parent_id) if value.parent_id is not None else None
        category = "" if above is not None and squash(above.category) == squash(value.category) else value.category
        natives = [spelled[value.kind].get(key, key) for key in value.natives] or [""]
        rows += [
            MappingRow(
                kind=value.kind,
                value=value.text,
                native=native,
                number=value.number,
                parent="" if above is None else above.text,
                category=category,
            )
            for native in natives
        ]
    return rows


def mapping_version(rows: Sequence[MappingRow]) -> str:
    """Changes whenever the mapping does."""
    said = sorted(repr(astuple(row)) for row in rows)
    return blake2b("\n".join(said).encode(), digest_size=12).hexdigest()
