"""What each contract should say of an order of the model."""

from tests.property.model import TELLS_SHIPMENT, WAY, Line, Order

_WORD = {"in_transit": "INTRANSIT"}
_EXPORT_WORD = {
    "OH": "on_hold",
    "OR": "released",
    "EX": "exception",
    "RP": "ready_for_pickup",
    "PA": "partially_ready_for_pickup",
    "PS": "partially_shipped",
    "FS": "shipped",
    "DL": "delivered",
    "PU": "picked_up",
    "OC": "partially_cancelled",
}
_COMMENT = {"OH": "On hold", "OR": "Released", "EX": "Exception"}


def line_status(line: Line) -> str:
    """Parts Orders: the least advanced unit speaks for the line."""
    for stage in WAY:
        if stage in line.units:
            return _WORD.get(stage, stage.upper())
    return "CANCELLED"


def order_status(order: Order) -> str:
    """Parts Orders: the most telling unit speaks for the order."""
    there = set(order.units)
    if order.is_void:
        return "CLOSED"
    if there & {"in_transit", "delivered"}:
        return "SHIPPED"
    if there & {"backorder", "packed"}:
        return "INPROGRESS"
    return "CONFIRMED" if there & {"reserved", "issued"} else "CREATED"


def export_status(order: Order) -> str:
    """Order export: void first, then what the dealer said last."""
    if order.is_void:
        return "replaced" if order.replaced else "cancelled"
    return _EXPORT_WORD[order.taken[-1][0].status] if order.taken else "submitted"


def shipment(order: Order) -> str:
    """Sales documents: the newest tracking id that may be shown."""
    shown = [update.tracking_id for update, _ in order.taken if update.status in TELLS_SHIPMENT and update.tracking_id]
    return shown[-1] if shown else ""


def comments(order: Order) -> list[str]:
    """Sales documents: what the dealer said beside the shipments."""
    return [_COMMENT[update.status] for update, _ in order.taken if update.status in _COMMENT]
