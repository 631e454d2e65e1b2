"""An import in the words of this API."""

from datetime import UTC, datetime

from msgspec import UNSET

from partscounter.domain.access import Credential
from partscounter.domain.file_imports import FileImport as KeptImport
from partscounter.domain.file_imports import State
from partscounter.web.incoming import Incoming
from partscounter_contracts.stock import Error, FieldError, FileImport, ImportKind, ImportState
from partscounter_contracts.stock.import_operations import ERRORS_PATH, IMPORT_PATH


def import_uri(incoming: Incoming[Credential], import_id: int) -> str:
    """Where to ask how it went, on the host that was called."""
    return incoming.base_url + IMPORT_PATH.replace("{import_id}", str(import_id))


def render_import(incoming: Incoming[Credential], each: KeptImport) -> FileImport:
    """How it stands."""
    errors_uri = incoming.base_url + ERRORS_PATH.replace("{import_id}", str(each.id))
    return FileImport(
        id=each.id,
        kind=ImportKind(each.kind.value),
        file_name=each.file_name,
        size=each.size,
        dry_run=each.dry_run,
        allow_retire=UNSET if each.allow_retire is None else each.allow_retire,
        state=ImportState(each.state.value),
        taken_at=_moment(each.taken_at),
        started_at=None if each.started_at is None else _moment(each.started_at),
        ended_at=None if each.ended_at is None else _moment(each.ended_at),
        counts=dict(each.counts) if each.state is State.DONE else UNSET,
        error=_error(each) if each.error else UNSET,
        errors_uri=errors_uri if each.state is State.REFUSED else UNSET,
    )


def _error(each: KeptImport) -> Error:
    fields = [FieldError(field=violation.field, message=violation.issue) for violation in each.violations]
    first = fields[0].field if fields else UNSET
    return Error(code=each.error_code, message=each.error, field=first, fields=fields or UNSET)


def _moment(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")
