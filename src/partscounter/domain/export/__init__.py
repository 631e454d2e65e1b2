"""The order export: which orders wait to be downloaded, and marking them received."""

from partscounter.domain.export.events import OrderReceived
from partscounter.domain.export.receive import mark_received
from partscounter.domain.export.waiting import list_waiting

__all__ = ["OrderReceived", "list_waiting", "mark_received"]
