"""Takes back an inventory import that was done: asked for at once, done by a worker, in short transactions."""

from datetime import timedelta
from functools import partial

from partscounter.database import Database, WriteTx
from partscounter.domain.file_imports import store as sql
from partscounter.domain.file_imports.errors import NothingToUndo
from partscounter.domain.file_imports.events import UndoAsked, UndoEnded
from partscounter.domain.file_imports.file_import import FileImport, State
from partscounter.domain.file_imports.file_kind import FileKind
from partscounter.domain.file_imports.lookup import get_any_import
from partscounter.domain.inventory import takeback
from partscounter.domain.inventory.takeback import Outcome
from partscounter.kit.actor import Actor

KEPT = timedelta(days=30)
"""How long an import can be taken back."""


def ask_undo(tx: WriteTx, import_id: int) -> None:
    """From now on a worker takes the import back; refuses with UnknownFileImport and NothingToUndo."""
    found = get_any_import(tx, import_id)
    if not was_done(found):
        raise NothingToUndo("Only an inventory import that was done can be undone.")
    if found.ended_at is None or found.ended_at < tx.now - KEPT or not takeback.count_outcomes(tx, import_id):
        raise NothingToUndo("Nothing is kept of what the import changed: it changed nothing, or it is too long ago.")
    if not sql.ask_undo(tx, import_id):
        raise NothingToUndo("The import has been undone already.")
    tx.emit(UndoAsked(import_id))


def was_done(each: FileImport) -> bool:
    """Whether it is an inventory import that changed stock, not a dry run."""
    return each.kind is FileKind.INVENTORY and each.state is State.DONE and not each.dry_run


def carry_out_undo(database: Database, actor: Actor, import_id: int) -> None:
    """Take back what has not been yet. A second run, after a crash, goes on where the first one ended."""
    is_end = False
    while not is_end:
        is_end = database.write(actor, partial(takeback.take_back, import_id=import_id)).is_end
    database.write(actor, partial(_end, import_id=import_id))


def forget_expired(database: Database, actor: Actor) -> None:
    """Forget what imports of more than a month ago did."""
    while True:
        with database.read() as tx:
            oldest = takeback.find_oldest(tx)
            found = None if oldest is None else sql.find(tx, oldest)
        if oldest is None or found is None or found.ended_at is None:
            return
        if not database.write(actor, partial(_forget, each=found)):
            return


def _forget(tx: WriteTx, each: FileImport) -> bool:
    """Whether it is time, and so there may be more."""
    if each.ended_at is None or each.ended_at >= tx.now - KEPT:
        return False
    takeback.forget_oldest(tx, each.id)
    return True


def _end(tx: WriteTx, import_id: int) -> None:
    if sql.end_undo(tx, import_id):
        counts = takeback.count_outcomes(tx, import_id)
        tx.emit(UndoEnded(import_id, counts.get(Outcome.RESTORED, 0), counts.get(Outcome.LEFT, 0)))
