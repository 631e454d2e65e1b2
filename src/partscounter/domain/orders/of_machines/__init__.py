"""Orders for machines, named by serial number in the vehicle references of their lines."""

from partscounter.domain.orders.of_machines.machine import (
    SERIAL_NUMBER,
    list_orders_of_machine,
    note_machines,
    refer_to_machine,
)

__all__ = ["SERIAL_NUMBER", "list_orders_of_machine", "note_machines", "refer_to_machine"]
