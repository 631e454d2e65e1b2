"""kill -9 of every process in a burst of orders and sales: nothing acknowledged is lost, doubled or half there."""

import subprocess
import sys
import threading
from itertools import count
from pathlib import Path

import httpx

from tests.make.demo_process import running_demo, until
from tests.make.doors import Doors, open_doors

ENOUGH = 60
BOLT = {"vendor_id": 7001, "vendor_store": 1, "vendor_inventory_id": "1A1135"}


def test_keeps_every_acknowledged_order_and_doubles_none(tmp_path: Path) -> None:
    acknowledged: dict[int, int] = {}
    sold: dict[str, int | None] = {}
    with running_demo(tmp_path) as demo, open_doors(demo.base_url) as doors:
        assert doors.place(1).status_code == 201
        orders = [threading.Thread(target=_order_until_killed, args=(doors, acknowledged)) for _ in range(2)]
        sales = [threading.Thread(target=_sell_until_killed, args=(doors, sold, name)) for name in range(2)]
        for thread in (*orders, *sales):
            thread.start()
        until(lambda: len(acknowledged) >= ENOUGH / 2 and len(sold) >= ENOUGH / 2, 120)
        demo.kill()
        for thread in (*orders, *sales):
            thread.join()

    with running_demo(tmp_path) as demo, open_doors(demo.base_url) as doors:
        for order, quantity in acknowledged.items():
            answer = doors.parts.get(f"/sample/sample/v1/parts-orders/{order}")
            assert (answer.status_code, answer.json()["parts"][0]["quantity"]) == (200, quantity)
        _check_sold(doors, sold)
        demo.stop()
    checked = subprocess.run(
        [sys.executable, "-m", "partscounter", "check", "--rebuild-status"],
        capture_output=True,
        text=True,
        check=False,
        env={"PARTSCOUNTER_SERVER_DATA_DIR": str(tmp_path)},
    )
    assert (checked.returncode, checked.stdout) == (
        0,
        "stock: 0 differences\nreturns: 0 differences\nhistory: 0 differences\n",
    )


def _check_sold(doors: Doors, sold: dict[str, int | None]) -> None:
    """Whoever got no answer sends again; then every cart is there once, under the number that it was told."""
    again = {key: _sell(doors, key) for key in sold}
    assert {key: again[key] for key, told in sold.items() if told is not None} == {
        key: told for key, told in sold.items() if told is not None
    }
    listed = doors.stock.get("/sale/list", params={"vendor_id": 7001, "vendor_status": "pending"}).json()
    known = [(each["purchase_order_number"], each["online_transaction_id"]) for each in listed]
    assert sorted(known) == sorted(again.items())


def _sell(doors: Doors, key: str) -> int:
    """The transaction id of a cart that has its key as its order number too."""
    headers, cart = {"Idempotency-Key": key}, {"po_number": key, "line_items": [BOLT]}
    answer = doors.stock.post("/sale/create", json=cart, headers=headers)
    assert (answer.status_code, answer.json()["errors"]) == (200, [])
    return int(answer.json()["online_transaction_id"])


def _sell_until_killed(doors: Doors, sold: dict[str, int | None], name: int) -> None:
    for turn in count():
        key = f"{name}-{turn}"
        sold[key] = None
        try:
            sold[key] = _sell(doors, key)
        except httpx.TransportError:
            return


def _order_until_killed(doors: Doors, acknowledged: dict[int, int]) -> None:
    quantity = 1
    while True:
        try:
            answer = doors.place(quantity)
        except httpx.TransportError:
            return
        assert answer.status_code == 201
        acknowledged[answer.json()["partsOrderId"]] = quantity
        quantity = quantity % 7 + 1
