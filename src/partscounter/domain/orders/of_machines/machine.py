"""Orders for a machine: its serial number goes with every line, and the machine's orders are found by it."""

from collections.abc import Collection
from dataclasses import replace
from typing import Final

from partscounter.database import ReadTx, WriteTx
from partscounter.domain.orders.draft import DraftLine, OrderDraft
from partscounter.domain.orders.line import VehicleReference
from partscounter.domain.orders.of_machines import store as sql
from partscounter.domain.orders.order import Order
from partscounter.kit.text import squash

SERIAL_NUMBER: Final = "SERIALNUMBER"
"""The kind of vehicle reference that names a machine by its serial number (Parts Orders leaves the kinds open)."""


def refer_to_machine(draft: OrderDraft, serial_number: str) -> OrderDraft:
    """`draft`, each line of it with the machine's serial number; a line that names a machine itself keeps that one."""
    reference = VehicleReference(SERIAL_NUMBER, serial_number)
    return replace(draft, lines=tuple(_referring(line, reference) for line in draft.lines))


def note_machines(tx: WriteTx, order_id: int, draft: OrderDraft) -> None:
    """Have the order that `draft` became be found by the serial numbers that its lines name, if they name any."""
    references = [each for line in draft.lines for each in line.vehicle_references]
    keys = {squash(each.value) for each in references if each.type.upper() == SERIAL_NUMBER} - {""}
    if keys:
        sql.insert_machines(tx, order_id, keys)


def list_orders_of_machine(
    tx: ReadTx,
    serial_number: str,
    *,
    customer_id: int | None = None,
    dealer_ids: Collection[int] | None = None,
    limit: int = 5,
) -> list[Order]:
    """The last orders with a line for this machine, the newest first; without those that were submitted again.

    Those of one customer, or of some dealers, where these are given.
    """
    return sql.orders_of_machine(tx, squash(serial_number), customer_id, dealer_ids, limit)


def _referring(line: DraftLine, reference: VehicleReference) -> DraftLine:
    if any(each.type.upper() == SERIAL_NUMBER for each in line.vehicle_references):
        return line
    return replace(line, vehicle_references=(*line.vehicle_references, reference))
