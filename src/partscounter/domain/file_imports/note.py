"""Noting how far an import has come. Each may be said twice: a worker that was killed leaves it to the next."""

from collections.abc import Mapping

from partscounter.database import WriteTx
from partscounter.domain.file_imports import store as sql
from partscounter.domain.file_imports.events import FileImportEnded
from partscounter.domain.file_imports.file_import import State
from partscounter.kit.refusal import Invalid, Refusal, Violation

MOST_KEPT = 100
"""Wrong values that are kept with the import; the error file has all."""


def note_started(tx: WriteTx, import_id: int) -> bool:
    """A worker has begun; False, and nothing changed, if it has ended already."""
    return sql.start(tx, import_id)


def note_done(tx: WriteTx, import_id: int, counts: Mapping[str, int]) -> None:
    """Everything of the file was taken, or in a dry run could be."""
    _end(tx, import_id, State.DONE, counts=dict(counts))


def note_refused(tx: WriteTx, import_id: int, refusal: Refusal) -> None:
    """Nothing of the file was taken."""
    violations = refusal.violations if isinstance(refusal, Invalid) else _violations_of(refusal)
    kept = [[each.field, each.issue] for each in violations[:MOST_KEPT]]
    _end(tx, import_id, State.REFUSED, error_code=refusal.code, error=refusal.message, violations=kept)


def note_failed(tx: WriteTx, import_id: int) -> None:
    """It was given up; the log says why."""
    _end(tx, import_id, State.FAILED, error_code="failed", error="The import failed for no fault of the file.")


def _violations_of(refusal: Refusal) -> tuple[Violation, ...]:
    """A conflict may name its reasons one by one, too."""
    return getattr(refusal, "violations", ())


def _end(tx: WriteTx, import_id: int, state: State, **values: object) -> None:
    if sql.end(tx, import_id, state=state, **values):
        counts = values.get("counts")
        tx.emit(FileImportEnded(import_id, state.value, counts if isinstance(counts, Mapping) else {}))
