"""Every command that the demo prints, pasted into a shell."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from partscounter.app import App
from partscounter.demo.guide import build_guide, print_lines
from partscounter.domain import dealers, fulfilment, orders
from partscounter.portal.guide import Example, Step
from partscounter_contracts import parts_orders, qr_associations
from tests.make.demo import open_demo
from tests.make.web import running


@dataclass(frozen=True)
class Shell:
    """A demo that listens on a free port, and a shell beside it."""

    app: App
    url: str

    def paste(self, name: str) -> tuple[int, dict[str, str], str]:
        """Status, headers by lower-case name and body of an example's answer, as curl printed them."""
        example = build_guide().example(name)
        assert example is not None
        return read_answer(run(example.curl(self.url)))


def run(command: str) -> str:
    """What the command printed; it must succeed and complain of nothing."""
    bash = shutil.which("bash")
    assert bash is not None, "this test pastes commands into bash, which is not installed"
    assert shutil.which("curl") is not None, "this test runs the printed curl commands, and curl is not installed"
    done = subprocess.run([bash, "-c", command], capture_output=True, text=True, check=True, timeout=30)
    assert done.stderr == ""
    return done.stdout


def read_answer(printed: str) -> tuple[int, dict[str, str], str]:
    head, _, body = printed.partition("\n\n")
    status_line, *lines = head.splitlines()
    headers = dict(line.lower().split(": ", 1) for line in lines)
    return int(status_line.split()[1]), headers, body


@pytest.fixture(scope="module")
def shell(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shell]:
    """The commands name things of their own, so one demo serves them all."""
    with open_demo(tmp_path_factory.mktemp("demo"), sqlite_template) as (app, asgi), running(asgi) as server:
        yield Shell(app, server.url)


def test_order_tracking_moves_the_printed_order(shell: Shell) -> None:
    status, _, body = shell.paste("order-tracking")

    assert (status, body.strip()) == (204, "")
    with shell.app.database.read() as tx:
        dealer = dealers.find_dealer_by_code(tx, "TD00")
        assert dealer is not None
        order = orders.find_order_by_document(tx, dealer.id, "00C170765")
        assert order is not None
        assert order.tracking_status == "PU"
        assert [update.status for update in fulfilment.list_updates(tx, order.id)] == ["PU"]


def test_qr_associations_answers_the_printed_machine(shell: Shell) -> None:
    status, headers, body = shell.paste("qr-associations")

    assert (status, headers["content-type"]) == (200, "application/json")
    assert json.loads(body) == qr_associations.examples.ASSOCIATION


def test_order_export_lists_the_printed_orders(shell: Shell) -> None:
    status, _, body = shell.paste("order-export")

    assert status == 200
    answer = json.loads(body)
    assert (answer["status"], answer["error"]) == ("success", None)
    numbers = [(order["id"], order["order_number"]) for order in answer["data"]]
    assert numbers[:3] == [(117159, "6385-020915-17"), (356509, "6385-031318-392"), (378430, "6385-031318-392-1")]


def test_inventory_finds_the_engines_nearest_first(shell: Shell) -> None:
    status, _, body = shell.paste("inventory")

    assert status == 200
    answer = json.loads(body)
    found = [(each["make_model"], each["year"], each["vendor"]["city"], each["price"]) for each in answer["results"]]
    assert (answer["total_results"], answer["total_pages"]) == (3, 1)
    assert found == [
        ("CUMMINS ISX", "2013", "Lincoln", "9500.00"),
        ("CUMMINS ISX", "2014", "Lincoln", "10800.00"),
        ("CUMMINS ISX", "2015", "Omaha", "12250.00"),
    ]


def test_parts_orders_places_the_printed_order(shell: Shell) -> None:
    status, headers, body = shell.paste("parts-orders")

    assert status == 201
    order, sample = json.loads(body), parts_orders.examples.CREATE_REQUEST
    assert headers["location"] == f"{shell.url}/sample/sample/v1/parts-orders/{order['partsOrderId']}"
    assert order["orderStatus"] == "CONFIRMED"
    assert order["customer"]["customerId"] == sample["customerId"]
    assert order["deliveryAddress"] == sample["alternateDeliveryAddress"]
    (line,) = order["parts"]
    assert (line["partId"], line["quantity"], line["partsOrderLineStatus"]) == ("S7654321", 10, "RESERVED")
    assert line["listPrice"] == parts_orders.examples.PRICE


def test_prints_what_the_page_shows() -> None:
    guide = build_guide()

    printed = "\n".join(print_lines("http://127.0.0.1:8080"))

    for example in guide.examples:
        assert f"# {example.title}\n{example.curl('http://127.0.0.1:8080')}" in printed
    for login in guide.logins:
        assert any(line.split()[:2] == [login.name, login.secret] for line in printed.splitlines())


def test_quotes_whatever_a_request_holds() -> None:
    hostile = 'it\'s "$(exit 7)" `exit 8` & \\ ;\n!'
    example = Example("x", "x", "x", "x", (Step("/a?b=c&d=' e", user="u'", password="$p", body={"name": hostile}),))

    command = example.curl("http://counter.example").replace("curl", "printf '%s\\0'", 1)

    *_, body, end = run(command).split("\0")
    assert json.loads(body) == {"name": hostile}
    assert end == ""
