"""Imports a file that was handed in, and notes what became of it."""

from collections.abc import Mapping
from functools import partial

import structlog

from partscounter.app import App
from partscounter.domain import access, dealers, file_imports
from partscounter.domain.access import Credential
from partscounter.domain.file_imports import Choices, FileImport, Folder
from partscounter.domain.inventory.imports import Replacement
from partscounter.jobs import Handler, Job
from partscounter.kit.actor import Actor
from partscounter.kit.refusal import Conflict, Forbidden, Invalid
from partscounter.kit.sheets import open_error_file

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
        folder.forget(found.token)
        folder.sweep()

    return handle


def _settle(app: App, folder: Folder, each: FileImport) -> None:
    try:
        counts = _import(app, folder, each)
    except (Invalid, Conflict, Forbidden) as refusal:
        app.database.write(_WORKER, partial(file_imports.note_refused, import_id=each.id, refusal=refusal))
    else:
        app.database.write(_WORKER, partial(file_imports.note_done, import_id=each.id, counts=counts))


def _import(app: App, folder: Folder, each: FileImport) -> Mapping[str, int]:
    with app.database.read() as tx:
        credential = access.get_credential(tx, each.credential_id)
        seen = dealers.load_dealers(tx, credential.dealer_ids).values()
    vendors = None if credential.all_dealers else frozenset(dealer.vendor_id for dealer in seen if dealer.vendor_id)
    _require_enabled(credential)
    actor = Actor(name=credential.name, door="stock", request_id=f"import-{each.id}")
    replacement = None if each.allow_retire is None else Replacement(each.allow_retire)
    choices = Choices(dry_run=each.dry_run, vendors=vendors, replacement=replacement)
    with open_error_file(folder.errors(each)) as errors:
        return file_imports.run_import(
            app.database, app.clock, actor, each.kind, folder.source(each), choices=choices, errors=errors
        )


def _require_enabled(credential: Credential) -> None:
    if not credential.enabled:
        raise file_imports.NotAllowed("The credential that handed the file in was switched off.")


def _id_of(job: Job) -> int:
    import_id = job.payload["import"]
    if not isinstance(import_id, int):
        raise TypeError(f"job {job.id} names no import")
    return import_id
