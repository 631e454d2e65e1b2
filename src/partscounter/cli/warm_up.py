"""What the first requests of a process would have to wait for: done beside them, as soon as it answers."""

import threading
import time
from collections.abc import Sequence

import anyio
import structlog

from partscounter.app import App
from partscounter.database import ReadTx
from partscounter.database.prepared import prepare_all
from partscounter.domain import customers, export, orders

_NOBODY = 0
"""The id of nothing."""
_PAUSE = 0.002
"""Seconds after each statement, for requests: a thread that never rests takes the interpreter for five milliseconds."""


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
        with app.database.read() as for_requests:  # on a connection of its own, which they find open while this goes on
            _download_in_vain(for_requests)
        prepare_all(tx, between=_give_way)


def _download_in_vain(tx: ReadTx) -> None:
    export.list_waiting(tx, _NOBODY, after=0)
    orders.list_priced_orders(tx, [_NOBODY])
    customers.load_customers(tx, {_NOBODY})


def _give_way() -> None:
    time.sleep(_PAUSE)
