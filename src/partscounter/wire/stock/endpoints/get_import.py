"""GET /stock/imports/{import_id}: how an import went; and its error file."""

from collections.abc import Callable, Iterator
from pathlib import Path

from partscounter.app import App
from partscounter.domain import file_imports
from partscounter.domain.access import Credential
from partscounter.domain.file_imports import FileImport, Folder, State, UnknownFileImport
from partscounter.web.answer import JSON_TYPE, Answer, stream
from partscounter.web.incoming import Incoming
from partscounter.web.row_number import number_of
from partscounter.wire.stock.render_import import render_import
from partscounter_contracts import encode
from partscounter_contracts.stock import CSV

_PIECE = 64 * 1024


def get_import(app: App) -> Callable[[Incoming[Credential]], Answer]:
    """The handler. Who handed it in may ask; for everybody else there is no such import."""

    def handle(incoming: Incoming[Credential]) -> Answer:
        return Answer(200, encode(render_import(incoming, _own_import(app, incoming))), JSON_TYPE)

    return handle


def get_import_errors(app: App) -> Callable[[Incoming[Credential]], Answer]:
    """The handler: 404 while there is no error file, and when it was there for a month."""
    folder = Folder(app.import_folder)

    def handle(incoming: Incoming[Credential]) -> Answer:
        found = _own_import(app, incoming)
        path = folder.errors(found)
        if found.state is not State.REFUSED or not path.exists():
            raise UnknownFileImport(f"There is no error file of import {found.id}.")
        disposition = ("Content-Disposition", f'attachment; filename="import-{found.id}-errors.csv"')
        return stream(_pieces(path), f"{CSV}; charset=utf-8", headers=(disposition,))

    return handle


def _own_import(app: App, incoming: Incoming[Credential]) -> FileImport:
    named = incoming.path_values["import_id"]
    number = number_of(named)
    if number is None:
        raise UnknownFileImport(f"There is no import {named}.")
    with app.database.read() as tx:
        return file_imports.get_file_import(tx, number, incoming.caller.id)


def _pieces(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            yield piece
