"""The buttons of the demo run the same requests that the page prints, for its own visitors only."""

import html
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from partscounter.app import App
from partscounter.domain import orders
from partscounter.portal.run_example import LONGEST_BODY
from tests.make.demo import open_demo
from tests.make.web import BASE_URL, client

HERE = {"Sec-Fetch-Site": "same-origin"}


def order_count(app: App) -> int:
    with app.database.read() as tx:
        return orders.count_orders(tx)


@pytest.fixture(scope="module")
def demo(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[App, httpx.Client]]:
    """The demo world, and a visitor of it."""
    with open_demo(tmp_path_factory.mktemp("demo"), sqlite_template) as (app, asgi), client(asgi) as visitor:
        yield app, visitor


def test_shows_the_live_answer_below_its_example(demo: tuple[App, httpx.Client]) -> None:
    app, visitor = demo
    before = order_count(app)

    tracked = visitor.post("/try/order-tracking", headers=HERE)
    asked = html.unescape(visitor.post("/try/qr-associations", headers=HERE).text)
    ordered = html.unescape(visitor.post("/try/parts-orders", headers={"Origin": BASE_URL}).text)

    assert tracked.status_code == 200
    assert "<strong>204</strong> No Content" in tracked.text
    assert "The answer has no body." in tracked.text
    assert "<strong>200</strong> OK" in asked
    assert '  "serialNumber": "2MJ23425",\n' in asked
    assert "<strong>201</strong> Created" in ordered
    assert f"<dt>Location</dt><dd>{BASE_URL}/sample/sample/v1/parts-orders/" in ordered
    assert order_count(app) == before + 1


def test_shows_a_refusal_as_it_came(visitor: httpx.Client) -> None:
    page = html.unescape(visitor.post("/try/parts-orders", headers=HERE).text)

    assert '<p class="message bad"><strong>401</strong> Unauthorized</p>' in page
    assert "<dt>WWW-Authenticate</dt>" in page


def test_cuts_a_long_answer(demo: tuple[App, httpx.Client]) -> None:
    _, visitor = demo
    for _ in range(8):
        visitor.post("/try/parts-orders", headers=HERE)

    page = visitor.post("/try/order-export", headers=HERE).text

    assert "The answer goes on" in page
    assert len(html.unescape(page)) < LONGEST_BODY + 20_000


def test_a_foreign_page_runs_nothing(demo: tuple[App, httpx.Client]) -> None:
    app, visitor = demo
    before = order_count(app)
    foreign = [
        {},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site", "Origin": BASE_URL},
        {"Sec-Fetch-Site": "none"},
        {"Origin": "http://elsewhere.example"},
        {"Origin": "null"},
    ]

    answers = [visitor.post("/try/parts-orders", headers=headers).status_code for headers in foreign]

    assert answers == [403] * len(foreign)
    assert order_count(app) == before


def test_knows_no_other_examples(visitor: httpx.Client) -> None:
    assert visitor.post("/try/nothing", headers=HERE).status_code == 404
