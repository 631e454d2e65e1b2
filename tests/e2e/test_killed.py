"""kill -9 of every process during a burst of orders: no acknowledged order is lost, and none is half there."""

import subprocess
import sys
import threading
from pathlib import Path

import httpx

from tests.make.demo_process import running_demo, until
from tests.make.doors import Doors, open_doors

ENOUGH = 60


def test_keeps_every_acknowledged_order(tmp_path: Path) -> None:
    acknowledged: dict[int, int] = {}
    with running_demo(tmp_path) as demo, open_doors(demo.base_url) as doors:
        assert doors.place(1).status_code == 201
        threads = [threading.Thread(target=_order_until_killed, args=(doors, acknowledged)) for _ in range(4)]
        for thread in threads:
            thread.start()
        until(lambda: len(acknowledged) >= ENOUGH, 120)
        demo.kill()
        for thread in threads:
            thread.join()

    assert len(acknowledged) >= ENOUGH
    with running_demo(tmp_path) as demo, open_doors(demo.base_url) as doors:
        for order, quantity in acknowledged.items():
            answer = doors.parts.get(f"/sample/sample/v1/parts-orders/{order}")
            assert (answer.status_code, answer.json()["parts"][0]["quantity"]) == (200, quantity)
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
