"""What the first requests of a process would have to wait for: done beside them, as soon as it answers."""

import threading
from collections.abc import Sequence

import anyio
import structlog

from partscounter.app import App
from partscounter.database.prepared import prepare_all
from partscounter.domain import customers, export

_NOBODY = 0
"""The id of nothing."""


def begin_warming(apps: Sequence[App]) -> None:
    """Warm up in a thread of its own, which holds up neither requests nor the end of the process."""
    threading.Thread(target=warm_up, args=(apps,), name="warm-up", daemon=True).start()


def warm_up(apps: Sequence[App]) -> None:
    """Import what streams run on, and put statements together, above all those of a download of orders."""
    try:
        anyio.run(anyio.sleep, 0)
        for app in apps:
            _read_in_vain(app)
    except Exception:  # noqa: BLE001 - the thread has nobody to tell
        # Whatever it is, requests will meet it too, and say so where somebody waits for the answer.
        structlog.get_logger(__name__).warning("The first requests will be slow.", exc_info=True)


def _read_in_vain(app: App) -> None:
    with app.database.read() as tx:
        export.list_waiting(tx, _NOBODY, after=0)
        customers.load_customers(tx, {_NOBODY})
        prepare_all(tx)
