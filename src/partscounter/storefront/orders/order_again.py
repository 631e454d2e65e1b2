"""Putting what was ordered once into the cart again."""

from urllib.parse import urlencode

from starlette.responses import Response

from partscounter.database import WriteTx
from partscounter.domain import inventory, kept_carts, orders
from partscounter.domain.kept_carts import WantedItem
from partscounter.domain.orders import OrderLine
from partscounter.storefront.orders.theirs import get_own_order
from partscounter.storefront.owner import owner_of
from partscounter.web.visits import Visit, go_to


def order_again(visit: Visit) -> Response:
    """`POST /shop/orders/{id}/again`: what is still on offer; the cart says of each line whether it can be had."""
    owner = owner_of(visit)
    with visit.app.database.read() as tx:
        order = get_own_order(tx, visit)

    def add(tx: WriteTx) -> int:
        items = inventory.load_items(tx, {line.item_id for line in order.lines if line.item_id is not None})
        wanted = [_wanted(line, line.item_id) for line in order.lines if line.item_id in items and line.item_id]
        if wanted:
            kept_carts.add_lines(tx, owner, wanted)
        return len(wanted)

    added = visit.app.database.write(visit.actor, add)
    said = {"done": "added"} if added else {"problem": "not_added"}
    return go_to(f"/shop/cart?{urlencode(said)}")


def _wanted(line: OrderLine, item_id: int) -> WantedItem:
    machines = [each.value for each in line.vehicle_references if each.type.upper() == orders.SERIAL_NUMBER]
    return WantedItem(item_id, line.quantity, machines[0] if machines else "")
