"""Files to be imported: every kind by one form, now or by a worker, and what became of each."""

from partscounter.domain.file_imports.errors import KeyUsed, NotAllowed, UnknownFileImport
from partscounter.domain.file_imports.events import FileImportEnded, FileImportTaken
from partscounter.domain.file_imports.file_import import FileImport, State
from partscounter.domain.file_imports.file_kind import FileKind
from partscounter.domain.file_imports.keep import Folder
from partscounter.domain.file_imports.lookup import find_file_import, get_file_import, list_file_imports
from partscounter.domain.file_imports.note import note_done, note_failed, note_refused, note_started
from partscounter.domain.file_imports.run import Choices, rejecting, run_import
from partscounter.domain.file_imports.take import Given, take_file_import

__all__ = [
    "Choices",
    "FileImport",
    "FileImportEnded",
    "FileImportTaken",
    "FileKind",
    "Folder",
    "Given",
    "KeyUsed",
    "NotAllowed",
    "State",
    "UnknownFileImport",
    "find_file_import",
    "get_file_import",
    "list_file_imports",
    "note_done",
    "note_failed",
    "note_refused",
    "note_started",
    "rejecting",
    "run_import",
    "take_file_import",
]
