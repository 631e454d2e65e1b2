"""The home page and what stands at no address."""

import io
import re
from dataclasses import replace
from datetime import timedelta
from functools import partial
from importlib.metadata import version

import httpx
import pytest
import sqlalchemy as sa

from partscounter import jobs
from partscounter.app import App
from partscounter.web.pages import SECURITY_HEADERS
from partscounter.wire.order_export.render_push import render_push
from partscounter.worker.follow_index import catch_up
from partscounter.worker.run import build_worker
from partscounter_contracts import CONTRACTS
from tests.make.counter import TESTER, draft_order, make_counter, place, stock_item

LEASE = timedelta(minutes=1)


def numbers_of(page: str) -> dict[str, str]:
    """What the page counts, by its label."""
    found = re.findall(r"<dt>([^<]+)</dt><dd>(.*?)</dd></div>", page)
    return {label: re.sub(r"<[^>]+>", "", shown) for label, shown in found}


def test_names_every_contract_with_its_address_and_its_document(public_visitor: httpx.Client) -> None:
    page = public_visitor.get("/developers")

    assert page.status_code == 200
    assert version("partscounter") in page.text
    assert re.findall(r'href="/openapi/([a-z_]+)"', page.text) == list(CONTRACTS)
    for address in ("/eCommerce/orderTracking", "/{org}/ext/v2/orders", "/inventory", "/enduser", "/sale"):
        assert f"<code>{address}</code>" in page.text


def test_a_counter_in_service_opens_with_its_shop(public_visitor: httpx.Client) -> None:
    answer = public_visitor.get("/")

    assert (answer.status_code, answer.headers["location"]) == (303, "/shop")


def test_keeps_numbers_logins_and_examples_to_the_demo(public_visitor: httpx.Client) -> None:
    page = public_visitor.get("/developers").text

    assert numbers_of(page) == {}
    assert "td00-demo" not in page
    assert "Run it" not in page
    assert "/outbox" not in page


def test_counts_what_there_is(visitor: httpx.Client, app: App) -> None:
    empty = numbers_of(visitor.get("/").text)
    counter = make_counter(app.database)
    item = stock_item(app.database, counter)
    place(app.database, draft_order(counter, (item, 1)))
    build_worker(app, render_push).run_due()
    place(app.database, replace(draft_order(counter, (item, 1)), customer_id=None))
    (waiting,) = app.database.write(TESTER, partial(jobs.claim, kinds=["send_mail"], worker="w", lease=LEASE, limit=1))
    app.database.write(TESTER, partial(jobs.park, job=waiting, error="refused"))
    catch_up(app)

    assert empty == dict.fromkeys(empty, "0") | {"Items offered": "no index yet"}
    assert numbers_of(visitor.get("/").text) == {
        "Dealers": "1",
        "Items offered": "1",
        "Orders": "2",
        "Mails queued": "0",
        "Mails sent": "1",
        "Jobs parked": "1",
    }


def test_prints_each_example_for_the_host_that_was_called(visitor: httpx.Client) -> None:
    page = visitor.get("/", headers={"Host": "counter.example:8443"}).text

    assert page.count("curl -s -i") == 5
    assert "http://counter.example:8443/demo/ext/v2/orders/new_orders" in page
    assert "<td><code>td00-demo-secret</code></td>" in page


@pytest.mark.parametrize("path", ["/", "/outbox", "/openapi/inventory", "/nowhere"])
def test_every_page_allows_no_inline_script_or_style(visitor: httpx.Client, path: str) -> None:
    page = visitor.get(path)

    assert page.headers["content-security-policy"] == SECURITY_HEADERS["Content-Security-Policy"]
    assert re.findall(r"<style|\sstyle=|\son[a-z]+=|<script(?![^>]* src=)", page.text) == []


def test_every_local_link_of_the_home_page_leads_somewhere(visitor: httpx.Client) -> None:
    page = visitor.get("/").text
    links = set(re.findall(r'(?:href|src)="(/[^"#]*)', page))

    assert visitor.get("/portal").headers["location"] == "/sign-in?next=%2Fportal"
    links.remove("/portal")
    assert {link: visitor.get(link).status_code for link in links} == dict.fromkeys(links, 200)
    assert len(links) >= 14


@pytest.mark.parametrize(
    ("method", "path", "status", "title"),
    [
        ("GET", "/nowhere", 404, "There is nothing here"),
        ("GET", "/outbox/", 404, "There is nothing here"),
        ("POST", "/", 405, "This page does not take that"),
        ("GET", "/try/inventory", 405, "This page does not take that"),
    ],
)
def test_answers_what_is_not_there_with_a_page(
    visitor: httpx.Client, method: str, path: str, status: int, title: str
) -> None:
    page = visitor.request(method, path)

    assert (page.status_code, page.headers["content-type"]) == (status, "text/html; charset=utf-8")
    assert f"<h1>{title}</h1>" in page.text


@pytest.mark.parametrize(
    ("method", "path"),
    [("GET", "/outbox"), ("GET", "/outbox/1"), ("GET", "/outbox/1/html"), ("POST", "/try/inventory")],
)
def test_pages_of_the_demo_are_nowhere_else(public_visitor: httpx.Client, method: str, path: str) -> None:
    assert public_visitor.request(method, path, headers={"Sec-Fetch-Site": "same-origin"}).status_code == 404


def test_tells_of_a_fault_in_the_log_alone(visitor: httpx.Client, app: App, log: io.StringIO) -> None:
    app.database.write(TESTER, lambda tx: tx.connection.execute(sa.text("DROP TABLE mails")))

    page = visitor.get("/outbox")

    assert page.status_code == 500
    assert "Something went wrong here" in page.text
    assert "mails" not in page.text
    assert "no such table: mails" in log.getvalue()
