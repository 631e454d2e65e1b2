"""Reading what was taken."""

from partscounter.database import ReadTx
from partscounter.domain.fulfilment import store as sql
from partscounter.domain.fulfilment.update import Shipment, TakenUpdate


def list_updates(tx: ReadTx, order_id: int) -> list[TakenUpdate]:
    """Every update that counted, oldest first."""
    return sql.list_updates(tx, order_id)


def get_update(tx: ReadTx, update_id: int) -> TakenUpdate:
    """One update that counted."""
    return sql.get_update(tx, update_id)


def latest_shipment(tx: ReadTx, order_id: int) -> Shipment | None:
    """The newest shipment of the order that has a tracking id."""
    shipped = [update.shipment for update in sql.list_updates(tx, order_id) if update.shipment.tracking_id]
    return shipped[-1] if shipped else None
