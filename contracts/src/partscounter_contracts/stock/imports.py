"""Importing a whole file: it is handed in, a worker takes it or refuses it, and says so here."""

from enum import StrEnum

from msgspec import UNSET, Struct, UnsetType

from partscounter_contracts.stock.errors import Error

CSV = "text/csv"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MEDIA_TYPES = (CSV, EXCEL)
LONGEST_FILE_NAME = 200
LONGEST_KEY = 255


class ImportKind(StrEnum):
    """What the rows of the file are about; their columns stand in docs/import.md."""

    INVENTORY = "inventory"
    STORES = "stores"
    VEHICLES = "vehicles"
    IMAGES = "images"
    ALIASES = "aliases"
    MAPPINGS = "mappings"
    CUSTOMERS = "customers"


class ImportState(StrEnum):
    """`done`: everything was taken, or in a dry run could be. `refused`: the file is wrong. `failed`: not its fault."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    REFUSED = "refused"
    FAILED = "failed"


class FileImport(Struct, frozen=True, kw_only=True):
    """One import. `counts` come with `done`; `error`, with the first wrong values, with `refused` and `failed`."""

    id: int
    kind: ImportKind
    file_name: str
    size: int
    dry_run: bool
    state: ImportState
    taken_at: str
    started_at: str | None = None
    ended_at: str | None = None
    counts: dict[str, int] | UnsetType = UNSET
    error: Error | UnsetType = UNSET
    allow_retire: int | UnsetType = UNSET
    """Of a full replacement: percent of a vendor's offer that may be missing."""
    errors_uri: str | UnsetType = UNSET
    """Where every wrong row can be fetched as CSV, each with line, column and reason."""
