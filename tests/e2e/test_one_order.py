"""One order through all five doors, in real processes, with a real mail server."""

from pathlib import Path

import httpx

from tests.make.demo_process import running_demo, until
from tests.make.doors import open_doors
from tests.make.mail_server import run_mail_server

SETTINGS = "PARTSCOUNTER_MAIL_"


def test_an_order_goes_through_all_doors(tmp_path: Path) -> None:
    with run_mail_server() as mails:
        mail = {f"{SETTINGS}SMTP_URL": mails.url, f"{SETTINGS}FROM_ADDRESS": "counter@td00.example"}
        with running_demo(tmp_path, mail) as demo, open_doors(demo.base_url) as doors:
            placed = doors.place(10)
            assert (placed.status_code, placed.json()["orderStatus"]) == (201, "CONFIRMED")
            order = placed.json()["partsOrderId"]
            exported = doors.export.get(f"/demo/ext/v2/orders/{order}.json").json()
            assert (exported["id"], exported["po_number"], exported["channel"]) == (order, "e2e", "parts_orders")
            document = exported["document_number"]
            waiting = doors.export.get("/demo/ext/v2/orders/new_orders").json()["data"]
            assert [each["id"] for each in waiting][-1] == order
            assert doors.export.post("/demo/ext/v2/orders/new_orders", json=[document]).json()["data"] == {
                document: {"success": True}
            }

            assert doors.track(document, "PS", 4, "1Z1") == 204
            assert _seen(doors.parts, order) == ("SHIPPED", "RESERVED")
            assert _sale(doors.stock, order) == (False, "1Z1")
            assert doors.track(document, "FS", 6, "1Z2") == 204
            assert doors.track(document, "FS", 6, "1Z2") == 204
            assert _seen(doors.parts, order) == ("SHIPPED", "INTRANSIT")
            assert _sale(doors.stock, order) == (True, "1Z2")
            assert doors.track(document, "DL", 10) == 204
            assert _seen(doors.parts, order) == ("SHIPPED", "DELIVERED")

            def told() -> list[str]:
                return [
                    str(mail["Subject"]).partition(":")[0] for mail in mails.received if document in mail["Subject"]
                ]

            until(lambda: len(told()) >= 4, 60)
            assert demo.stop() == 0
    assert told() == [
        "Thank you for your order",
        "Your order is partially shipped",
        "Your order is fully shipped",
        "Your order has been delivered",
    ]


def _seen(parts: httpx.Client, order: int) -> tuple[str, str]:
    body = parts.get(f"/sample/sample/v1/parts-orders/{order}").json()
    return body["orderStatus"], body["parts"][0]["partsOrderLineStatus"]


def _sale(stock: httpx.Client, order: int) -> tuple[bool, str]:
    query = {"vendor_id": 7001, "vendor_store": 1, "vendor_salesdocument_id": order}
    body = stock.get("/sale/lookup", params=query).json()
    return body["document_is_closed"], body["shipping_tracking_number"]
