"""Reading what was taken."""

from partscounter.database import ReadTx
from partscounter.domain.fulfilment import store as sql
from partscounter.domain.fulfilment.states import TELLS_SHIPMENT
from partscounter.domain.fulfilment.update import Shipment, TakenUpdate


def list_updates(tx: ReadTx, order_id: int) -> list[TakenUpdate]:
    """Every update that counted, oldest first."""
    return sql.list_updates(tx, order_id)


def get_update(tx: ReadTx, update_id: int) -> TakenUpdate:
    """One update that counted."""
    return sql.get_update(tx, update_id)


def shown_shipment(update: TakenUpdate) -> Shipment:
    """What may be shown of the update's shipment: nothing where the status has none, whatever the dealer sent."""
    return update.shipment if update.status in TELLS_SHIPMENT else Shipment()


def latest_shipment(tx: ReadTx, order_id: int) -> Shipment | None:
    """The newest shipment of the order that may be shown and has a tracking id."""
    shown = [shown_shipment(update) for update in sql.list_updates(tx, order_id)]
    return next((shipment for shipment in reversed(shown) if shipment.tracking_id), None)
