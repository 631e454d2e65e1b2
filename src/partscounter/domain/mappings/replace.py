"""Gives a user a new mapping in place of the one it had."""

from collections.abc import Sequence

from partscounter.database import WriteTx
from partscounter.domain import access
from partscounter.domain.mappings import store
from partscounter.domain.mappings.check_draft import CheckedValue, check_draft
from partscounter.domain.mappings.draft import draft_values
from partscounter.domain.mappings.errors import InvalidMapping
from partscounter.domain.mappings.events import MappingReplaced
from partscounter.domain.mappings.value import MappingRow, MappingSize
from partscounter.kit.refusal import Violation

MOST_NAMED = 100
"""Wrong cells that a refusal names; the rest is counted."""


def check_mapping(rows: Sequence[MappingRow]) -> MappingSize:
    """How much a mapping of these rows would have; refuses with InvalidMapping."""
    return size_of(checked_values(rows))


def replace_mapping(tx: WriteTx, credential_id: int, rows: Sequence[MappingRow]) -> MappingSize:
    """From now on the user's mapping is `rows` and nothing else; no rows leave it without one.

    Refuses with InvalidMapping naming every wrong row, and with CredentialNotFound.
    """
    access.get_credential(tx, credential_id)
    values = checked_values(rows)
    store.lock_user(tx, credential_id)
    store.delete_values(tx, credential_id)
    store.insert_values(tx, credential_id, values)
    size = size_of(values)
    tx.emit(MappingReplaced(credential_id, values=size.values, pairs=size.pairs))
    return size


def find_violations(rows: Sequence[MappingRow], *, are_all: bool = True) -> list[Violation]:
    """Everything that is wrong with a mapping of these rows; of a part of one, only what no other row can mend."""
    return _check(rows)[1] if are_all else draft_values(rows)[1]


def refuse_violations(violations: Sequence[Violation]) -> None:
    """Refuses with InvalidMapping, naming the first, unless there are none."""
    if violations:
        shown = f"; the first {MOST_NAMED} are named" if len(violations) > MOST_NAMED else ""
        count = "1 value is" if len(violations) == 1 else f"{len(violations)} values are"
        raise InvalidMapping(f"{count} wrong, so the mapping stays as it was{shown}", tuple(violations[:MOST_NAMED]))


def checked_values(rows: Sequence[MappingRow]) -> list[CheckedValue]:
    """The values that the rows add up to; refuses with InvalidMapping."""
    values, violations = _check(rows)
    refuse_violations(violations)
    return values


def _check(rows: Sequence[MappingRow]) -> tuple[list[CheckedValue], list[Violation]]:
    drafts, violations = draft_values(rows)
    return ([], violations) if violations else check_draft(drafts)


def size_of(values: Sequence[CheckedValue]) -> MappingSize:
    """How much these are."""
    return MappingSize(values=len(values), pairs=sum(len(each.draft.natives) for each in values))
