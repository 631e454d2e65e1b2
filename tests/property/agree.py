"""After a step: what the contracts, the pages' verbs, the books and the mails say, against the model."""

import json
from decimal import Decimal
from typing import Any

from partscounter.database import ReadTx
from partscounter.domain import fulfilment, inventory, notifications, orders
from partscounter.domain.access import Product
from partscounter.domain.notifications import MailState
from tests.property import seen
from tests.property.model import Model, Order
from tests.property.world import CORE, STORES, World, code_of

TAX_PERCENT = 20
"""Of both stores."""


def check_books(world: World, model: Model) -> None:
    """Every unit is where it should be, stock is held for exactly the lines that say so, nothing is lost or made."""
    with world.database.read() as tx:
        assert _units(tx) == {order.id: _lines(order) for order in model.orders}
        assert _verdicts(tx) == {order.id: (order.vendor, "approved") for order in model.orders}
        assert orders.find_stock_differences(tx) == []
        assert list(fulfilment.find_differences(tx)) == []
        stock = inventory.load_items(tx, set(world.items.values()))
    for place, shelf in model.shelves.items():
        item = stock[world.items[place]]
        assert (item.on_hand, item.reserved, item.available) == (shelf.on_hand, shelf.held, shelf.free), place
    waiting = world.read(Product.ECAT, "/td00/ext/v2/orders/new_orders")["data"]
    assert [each["order_number"] for each in waiting] == [each.number for each in model.orders if not each.received]


def _units(tx: ReadTx) -> dict[int, list[object]]:
    return {
        order.id: [
            (line.quantity, dict(line.quantities.as_data()), line.allocated, line.over_shipped) for line in order.lines
        ]
        for order in orders.iterate_orders(tx)
    }


def _verdicts(tx: ReadTx) -> dict[int, tuple[str, str]]:
    return {order.id: (order.vendor_status.value, order.customer_status.value) for order in orders.iterate_orders(tx)}


def _lines(order: Order) -> list[object]:
    return [(len(line.units), line.stages, line.held, line.over) for line in order.lines]


def check_order(world: World, model: Model, order: Order) -> None:
    """The views of one order agree."""
    parts = world.read(Product.KEYLOOP, f"/td00/{order.store}/v1/parts-orders/{order.id}")
    assert parts["orderStatus"] == seen.order_status(order)
    assert [(line["quantity"], line["partsOrderLineStatus"]) for line in parts["parts"]] == [
        (len(line.units), seen.line_status(line)) for line in order.lines
    ]
    exported = world.read(Product.ECAT, f"/td00/ext/v2/orders/{order.id}.json")
    named = ("status", "uuid", "order_number", "document_number", "revision", "channel")
    expected = [seen.export_status(order), order.uuid, order.number, order.number, order.revision, order.channel]
    assert [exported[name] for name in named] == expected
    assert [(item["item_code"], item["quantity"]) for item in exported["items"]] == [
        (code_of(line.part), len(line.units)) for line in order.lines
    ]
    _check_sale(world, order)
    _check_history(world, model, order)


def _check_sale(world: World, order: Order) -> None:
    document = {"vendor_id": 100, "vendor_store": STORES[order.store], "vendor_salesdocument_id": order.id}
    sale = world.read(Product.INVENTORY, "/sale/lookup", **document)
    assert (sale["document_is_void"], sale["document_is_closed"]) == (order.is_void, order.is_closed)
    assert sale["shipping_tracking_number"] == seen.shipment(order)
    said = [each.partition(": ")[2] for each in sale["comments"].split("; ") if each]
    assert [each for each in said if not each.startswith("Return ")] == seen.comments(order)
    assert sum(each.endswith(" credited") for each in said) == order.notices.count("return_credited")
    assert [_credited(item) for item in sale["line_items"]] == [
        -line.returned * Decimal(item["price"]) / len(line.units)
        for item, line in zip(sale["line_items"], order.lines, strict=True)
    ]

    _check_amounts(sale, order)
    head = json.loads(world.ask(Product.INVENTORY, "HEAD", "/sale/lookup", params=document).headers["x-result"])
    assert head == {key: sale[key] for key in head} | {"adjustments": []}
    listed = world.read(Product.INVENTORY, "/sale/list", vendor_id=100)
    (entry,) = (each for each in listed if each["vendor_salesdocument_id"] == order.id)
    approved = {"vendor_status": order.vendor, "customer_status": "approved"}
    assert entry == {key: sale[key] for key in entry if key not in approved} | approved


def _check_amounts(sale: dict[str, Any], order: Order) -> None:
    """Nobody owes for units that were cancelled, and no tax for those that came back."""
    lines = list(zip(sale["line_items"], order.lines, strict=True))
    prices = [Decimal(item["price"]) / len(line.units) for item, line in lines]
    cores = sum(CORE * line.owed for line in order.lines if line.has_core)
    net = sum(each * line.owed for each, line in zip(prices, order.lines, strict=True))
    taxed = sum(each * (line.owed - line.returned) for each, line in zip(prices, order.lines, strict=True))
    assert (Decimal(sale["subtotal"]), Decimal(sale["total_tax"])) == (net + cores, taxed * TAX_PERCENT / 100)
    assert [item["price"] for item, _ in lines for item in item["child_line_items"]] == [
        f"{CORE * len(line.units)}.00" for line in order.lines if line.has_core
    ]
    assert [item["returnable"] for item, _ in lines for item in item["child_line_items"]] == [
        line.cores_out > 0 for line in order.lines if line.has_core
    ]


def _credited(item: dict[str, Any]) -> Decimal:
    credited = (each for each in item["adjustments"] if each["name"] == "Return credit")
    return sum((Decimal(each["amount"]) for each in credited), Decimal(0))


def _check_history(world: World, model: Model, order: Order) -> None:
    with world.database.read() as tx:
        history = fulfilment.list_history(tx, world.counter.dealer.id, order.number)
        mails = notifications.list_mails_of_order(tx, order.id)
    told = sorted((str(entry.status), entry.update is not None) for entry in history)
    assert told == sorted(entry for each in model.submissions(order.uuid) for entry in each.history)
    assert set(_abouts(mails)) <= set(order.mails)


def _abouts(mails: list[notifications.Mail]) -> list[str]:
    return [mail.about for mail in mails]


def _is_needless(mail: notifications.Mail) -> bool:
    """A promise that came true before its mail was written."""
    reason = "Nothing of it is on back order any more."
    return (mail.about, mail.state, mail.reason) == ("promise", MailState.SKIPPED, reason)


def check_nothing_is_mailed_twice(world: World) -> None:
    """One mail for each event and recipient, whatever was tried again."""
    assert len(world.post.taken) == len(set(world.post.taken))


def check_all_is_mailed(world: World, model: Model) -> None:
    """To be asked once the mail server has been there for every job."""
    due = []
    for order in model.orders:
        with world.database.read() as tx:
            mails = notifications.list_mails_of_order(tx, order.id)
        assert sorted(_abouts(mails)) == sorted(order.mails)
        sent = [mail for mail in mails if not _is_needless(mail)]
        assert {mail.state for mail in sent} == {MailState.SENT}
        due += [mail.message_id for mail in sent]
    assert sorted(world.post.taken) == sorted(due)
