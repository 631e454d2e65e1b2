"""What happens to imports that were handed in."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class FileImportTaken:
    """A file was handed in; a worker imports it."""

    kind: ClassVar[str] = "file_import.taken"
    import_id: int
    file_kind: str
    dry_run: bool

    @property
    def subject(self) -> str:
        return f"file_import:{self.import_id}"

    def data(self) -> Mapping[str, object]:
        return {"import": self.import_id, "file_kind": self.file_kind, "dry_run": self.dry_run}


@dataclass(frozen=True, slots=True)
class FileImportEnded:
    """It was done, refused, or given up."""

    kind: ClassVar[str] = "file_import.ended"
    import_id: int
    state: str
    counts: Mapping[str, int]

    @property
    def subject(self) -> str:
        return f"file_import:{self.import_id}"

    def data(self) -> Mapping[str, object]:
        return {"import": self.import_id, "state": self.state, "counts": dict(self.counts)}


@dataclass(frozen=True, slots=True)
class UndoAsked:
    """Somebody wants an import taken back; a worker does it."""

    kind: ClassVar[str] = "file_import.undo_asked"
    import_id: int

    @property
    def subject(self) -> str:
        return f"file_import:{self.import_id}"

    def data(self) -> Mapping[str, object]:
        return {"import": self.import_id}


@dataclass(frozen=True, slots=True)
class UndoEnded:
    """It was taken back, as far as nobody had changed its items since."""

    kind: ClassVar[str] = "file_import.undo_ended"
    import_id: int
    restored: int
    left: int

    @property
    def subject(self) -> str:
        return f"file_import:{self.import_id}"

    def data(self) -> Mapping[str, object]:
        return {"import": self.import_id, "restored": self.restored, "left": self.left}
