"""An import that was handed in to be done by a worker.

waiting ──a worker takes it──▶ running ──┬─▶ done      everything was taken (or, in a dry run, could be)
                                         ├─▶ refused   the file is wrong; nothing was taken
                                         └─▶ failed    it could not be done, for no fault of the file
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from partscounter.domain.file_imports.file_kind import FileKind
from partscounter.kit.refusal import Violation


class State(StrEnum):
    """Where an import stands."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    REFUSED = "refused"
    FAILED = "failed"

    @property
    def is_end(self) -> bool:
        return self in {State.DONE, State.REFUSED, State.FAILED}


@dataclass(frozen=True, slots=True)
class FileImport:
    """One of them."""

    id: int
    credential_id: int | None
    """The dealer's system that handed it in; its rows may be of the dealers that this credential sees."""
    account_id: int | None
    """The person who handed it in at the portal, with the dealers of that account. Each import has one of the two."""
    user_id: int | None
    """Of a mapping: the credential of the API user whose words these are."""
    plan_id: int | None
    """The dry run that this import carries out, if it was begun from one."""
    kind: FileKind
    file_name: str
    """What the sender calls the file."""
    size: int
    """Bytes."""
    dry_run: bool
    allow_retire: int | None
    """Of a full replacement: percent of a vendor's offer that may be missing. None for an ordinary import."""
    token: str
    """Names its files in the folder of imports."""
    state: State
    counts: Mapping[str, int]
    """What it did, or in a dry run would do; empty before the end."""
    error_code: str
    error: str
    """Why it was refused or failed, in a sentence."""
    violations: tuple[Violation, ...]
    """The first wrong values; the error file has all of them."""
    taken_at: datetime
    taken_by: str
    started_at: datetime | None
    ended_at: datetime | None
