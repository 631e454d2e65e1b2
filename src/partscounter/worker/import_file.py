"""Imports a file that was handed in, and notes what became of it."""

from collections.abc import Mapping
from functools import partial

import structlog

from partscounter.app import App
from partscounter.domain import file_imports
from partscounter.domain.file_imports import Choices, FileImport, Folder
from partscounter.domain.inventory.imports import Replacement
from partscounter.domain.inventory.takeback import ImportLedger
from partscounter.jobs import Handler, Job
from partscounter.kit.actor import Actor
from partscounter.kit.refusal import Conflict, Forbidden, Invalid
from partscounter.kit.sheets import open_error_file
from partscounter.worker.giver import giver_of

TRIES = 5
"""After so many tries an import counts as failed."""

_WORKER = Actor(name="worker", door="worker")


def file_importer(app: App) -> Handler:
    """The handler. A second run, after a crash, imports again, which changes nothing that the first has changed."""
    folder = Folder(app.import_folder)

    def handle(job: Job) -> None:
        with app.database.read() as tx:
            found = file_imports.find_file_import(tx, _id_of(job))
        if found is None or found.state.is_end:
            return
        app.database.write(_WORKER, partial(file_imports.note_started, import_id=found.id))
        try:
            _settle(app, folder, found)
        except Exception:
            if job.attempts < TRIES:
                raise
            structlog.get_logger(__name__).exception("An import was given up.", import_id=found.id)
            app.database.write(_WORKER, partial(file_imports.note_failed, import_id=found.id))
        _tidy(app, folder, found.id)

    return handle


def _settle(app: App, folder: Folder, each: FileImport) -> None:
    try:
        counts = _import(app, folder, each)
    except (Invalid, Conflict, Forbidden) as refusal:
        app.database.write(_WORKER, partial(file_imports.note_refused, import_id=each.id, refusal=refusal))
    else:
        app.database.write(_WORKER, partial(file_imports.note_done, import_id=each.id, counts=counts))


def _tidy(app: App, folder: Folder, import_id: int) -> None:
    """A plan keeps its file: it may be carried out yet. It goes with the next sweep but for that."""
    with app.database.read() as tx:
        ended = file_imports.get_any_import(tx, import_id)
    if not (file_imports.is_plan_to_carry_out(ended) or file_imports.waits_for_consent(ended)):
        folder.forget(ended.token)
    folder.sweep()
    file_imports.forget_expired(app.database, _WORKER)


def _import(app: App, folder: Folder, each: FileImport) -> Mapping[str, int]:
    with app.database.read() as tx:
        giver = giver_of(tx, each)
    choices = Choices(
        dry_run=each.dry_run,
        vendors=giver.vendors,
        replacement=None if each.allow_retire is None else Replacement(each.allow_retire),
        user_id=each.user_id,
        witness=ImportLedger(each.id),
    )
    with open_error_file(folder.errors(each)) as errors:
        return file_imports.run_import(
            app.database, app.clock, giver.actor, each.kind, folder.source(each), choices=choices, errors=errors
        )


def _id_of(job: Job) -> int:
    import_id = job.payload["import"]
    if not isinstance(import_id, int):
        raise TypeError(f"job {job.id} names no import")
    return import_id
