"""The order export: which orders wait to be downloaded, for whom, and marking them received."""

from partscounter.domain.export.consumer import (
    Consumer,
    InvalidConsumer,
    UnknownConsumer,
    get_consumer,
    list_consumers,
    register_consumer,
)
from partscounter.domain.export.events import ConsumerRegistered, OrderReceived
from partscounter.domain.export.move_on import is_behind, move_on
from partscounter.domain.export.receipt import (
    Receipt,
    Waiting,
    count_waiting,
    digest_of,
    give_receipt,
    list_receipts,
)
from partscounter.domain.export.receive import Marking, mark_received
from partscounter.domain.export.waiting import ORDERS_AT_ONCE, list_waiting

__all__ = [
    "ORDERS_AT_ONCE",
    "Consumer",
    "ConsumerRegistered",
    "InvalidConsumer",
    "Marking",
    "OrderReceived",
    "Receipt",
    "UnknownConsumer",
    "Waiting",
    "count_waiting",
    "digest_of",
    "get_consumer",
    "give_receipt",
    "is_behind",
    "list_consumers",
    "list_receipts",
    "list_waiting",
    "mark_received",
    "move_on",
    "register_consumer",
]
