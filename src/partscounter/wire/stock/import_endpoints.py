"""The endpoints of imports, under their full paths."""

from partscounter.app import App
from partscounter.domain.access import Credential
from partscounter.web.answer import JSON_TYPE
from partscounter.web.incoming import Incoming
from partscounter.web.routes import Endpoint
from partscounter.web.spool import Spool
from partscounter.wire.stock.admission import admit_with
from partscounter.wire.stock.endpoints.get_import import get_import, get_import_errors
from partscounter.wire.stock.endpoints.start_import import require_kind, start_import
from partscounter_contracts.stock import CSV, MEDIA_TYPES, Scope
from partscounter_contracts.stock.import_operations import ERRORS_PATH, IMPORT_PATH, START_PATH


def import_endpoints(app: App) -> list[Endpoint[Credential]]:
    """Files go to the folder of imports as they arrive; they may be far larger than other bodies."""
    may_read, may_write = admit_with(Scope.READ), admit_with(Scope.WRITE)

    def admit(incoming: Incoming[Credential]) -> None:
        may_write(incoming)
        require_kind(incoming)

    spool = Spool(app.import_folder, app.settings.limits.import_bytes)
    return [
        Endpoint("POST", START_PATH, start_import(app), media_types=MEDIA_TYPES, spool=spool, admit=admit),
        Endpoint("GET", IMPORT_PATH, get_import(app), produces=JSON_TYPE, admit=may_read),
        Endpoint("GET", ERRORS_PATH, get_import_errors(app), produces=CSV, admit=may_read),
    ]
