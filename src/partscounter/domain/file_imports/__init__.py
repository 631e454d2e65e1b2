"""Files to be imported: every kind by one form, now or by a worker, and what became of each."""

from partscounter.domain.file_imports.choices import Choices
from partscounter.domain.file_imports.errors import KeyUsed, NoPlan, NotAllowed, NothingToUndo, UnknownFileImport
from partscounter.domain.file_imports.events import FileImportEnded, FileImportTaken, UndoAsked, UndoEnded
from partscounter.domain.file_imports.file_import import FileImport, State
from partscounter.domain.file_imports.file_kind import FileKind
from partscounter.domain.file_imports.keep import Folder
from partscounter.domain.file_imports.lookup import (
    Givers,
    find_carried_out,
    find_file_import,
    find_undo,
    get_any_import,
    get_file_import,
    list_file_imports,
)
from partscounter.domain.file_imports.note import note_done, note_failed, note_refused, note_started
from partscounter.domain.file_imports.plan import carry_out_plan, is_plan_to_carry_out, waits_for_consent
from partscounter.domain.file_imports.run import rejecting, run_import
from partscounter.domain.file_imports.take import Given, take_file_import
from partscounter.domain.file_imports.undo import KEPT, ask_undo, carry_out_undo, forget_expired, was_done
from partscounter.domain.file_imports.undo_of import Undo

__all__ = [
    "KEPT",
    "Choices",
    "FileImport",
    "FileImportEnded",
    "FileImportTaken",
    "FileKind",
    "Folder",
    "Given",
    "Givers",
    "KeyUsed",
    "NoPlan",
    "NotAllowed",
    "NothingToUndo",
    "State",
    "Undo",
    "UndoAsked",
    "UndoEnded",
    "UnknownFileImport",
    "ask_undo",
    "carry_out_plan",
    "carry_out_undo",
    "find_carried_out",
    "find_file_import",
    "find_undo",
    "forget_expired",
    "get_any_import",
    "get_file_import",
    "is_plan_to_carry_out",
    "list_file_imports",
    "note_done",
    "note_failed",
    "note_refused",
    "note_started",
    "rejecting",
    "run_import",
    "take_file_import",
    "waits_for_consent",
    "was_done",
]
