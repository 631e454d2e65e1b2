"""Puts aliases into the table."""

from collections.abc import Callable, Sequence

from partscounter.database import ReadTx, WriteTx
from partscounter.domain.catalog.aliases import store
from partscounter.domain.catalog.aliases.alias import ALIASED_KINDS, Alias, AliasChange, AliasRow
from partscounter.domain.catalog.aliases.check import check_rows, refuse_violations
from partscounter.domain.catalog.aliases.events import AliasesChanged
from partscounter.kit.refusal import Violation
from partscounter.kit.text import squash

Reject = Callable[[Violation], None]


def pass_over(violation: Violation) -> None:
    """A Reject that keeps nothing."""


def put_aliases(tx: WriteTx, rows: Sequence[AliasRow]) -> AliasChange:
    """From now on each row's alias stands for its name, whatever it stood for before; other aliases stay.

    Refuses with InvalidAliases naming every wrong row: one without letters, one that equals its name, and one that
    would make a chain or a circle with another alias. Every process searches with them from its next search on.
    """
    store.lock_table(tx)
    new = _new(tx, rows, pass_over)
    store.put(tx, new)
    if new:
        tx.emit(AliasesChanged(put=len(new)))
    return AliasChange(told=len(rows), changed=len(new))


def check_aliases(tx: ReadTx, rows: Sequence[AliasRow], reject: Reject = pass_over) -> AliasChange:
    """What `put_aliases` would do or refuse; `reject` is told of every wrong cell, the refusal names the first."""
    return AliasChange(told=len(rows), changed=len(_new(tx, rows, reject)))


def _new(tx: ReadTx, rows: Sequence[AliasRow], reject: Reject) -> list[Alias]:
    known = store.load_aliases(tx, ALIASED_KINDS, in_use=True)
    violations = check_rows(rows, known)
    for violation in violations:
        reject(violation)
    refuse_violations(violations)
    stood_for = {(alias.kind, squash(alias.text)): squash(alias.name) for alias in known}
    distinct = {(row.kind, squash(row.alias)): row for row in rows}
    return [
        Alias(row.kind, row.alias.strip(), row.name.strip(), shipped=False)
        for key, row in distinct.items()
        if stood_for.get(key) != squash(row.name)
    ]
