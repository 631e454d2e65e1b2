"""What can be asked about push."""

from partscounter.database import ReadTx
from partscounter.domain.export.push import store as sql
from partscounter.domain.export.push.delivery import Delivery
from partscounter.domain.export.push.delivery_search import DeliverySearch
from partscounter.domain.export.push.errors import NoPushTarget
from partscounter.domain.export.push.target import PushTarget


def find_target(tx: ReadTx, dealer_id: int) -> PushTarget | None:
    """The dealer's target, on or off."""
    return sql.find_target(tx, dealer_id=dealer_id)


def get_target(tx: ReadTx, target_id: int) -> PushTarget:
    """By our own id; refuses with NoPushTarget."""
    target = sql.find_target(tx, id=target_id)
    if target is None:
        raise NoPushTarget(f"There is no push target {target_id}.")
    return target


def list_targets(tx: ReadTx) -> list[PushTarget]:
    """Those of all dealers, on or off, oldest first."""
    return sql.list_targets(tx)


def targets_of_order(tx: ReadTx, order_id: int) -> list[int]:
    """The ids of the targets, of those switched on, to which this order is to be posted."""
    return sql.enabled_targets_of_order(tx, order_id)


def list_deliveries(tx: ReadTx, dealer_id: int, limit: int = 50) -> list[Delivery]:
    """The newest tries, newest first; refuses with NoPushTarget."""
    target = find_target(tx, dealer_id)
    if target is None:
        raise NoPushTarget("Orders of this dealer are not pushed anywhere.")
    return sql.newest_deliveries(tx, target.id, limit)


def list_deliveries_of_order(tx: ReadTx, order_id: int) -> list[Delivery]:
    """Every try to hand this order over, oldest first."""
    return sql.deliveries_of_order(tx, order_id)


def search_deliveries(
    tx: ReadTx, wanted: DeliverySearch, *, before: int | None = None, limit: int = 50
) -> list[Delivery]:
    """Up to `limit` of the tries that `wanted` finds, the newest first, from the one below `before`."""
    return sql.search_deliveries(tx, wanted, before, limit)


def find_dealer_of_delivery(tx: ReadTx, delivery_id: int) -> int | None:
    """The dealer whose order was to be delivered; None where there is no such try."""
    return sql.dealer_of_delivery(tx, delivery_id)
