"""Health, logs and metrics: what an operator sees, and what he must never see."""

import io
import json
import logging

import httpx
import structlog
from prometheus_client import CollectorRegistry

from partscounter.web.exchange import Exchange
from partscounter.web.health import Check, health_app
from partscounter.web.metrics import MetricsObserver, serving_metrics
from partscounter.web.observe import LogObserver
from tests.make.logs import captured_log
from tests.make.web import client


def exchange(**changes: object) -> Exchange:
    known: dict[str, object] = {
        "api": "order_export",
        "method": "GET",
        "route": "/{org}/ext/v2/orders.json",
        "path": "/acme/ext/v2/orders.json",
        "status": 200,
        "seconds": 0.0123,
        "request_id": "r-1",
        "credential": "acme-export",
    }
    return Exchange(**{**known, **changes})  # type: ignore[arg-type] # each test passes what it means


def lines(log: io.StringIO) -> list[dict[str, object]]:
    return [json.loads(line) for line in log.getvalue().splitlines()]


def test_writes_one_readable_line_per_request(log: io.StringIO) -> None:
    LogObserver().finished(exchange())

    (line,) = lines(log)
    assert line.pop("timestamp")
    assert line == {
        "message": "GET /{org}/ext/v2/orders.json of order_export answered 200 in 12.3 ms.",
        "level": "info",
        "request.id": "r-1",
        "api": "order_export",
        "method": "GET",
        "route": "/{org}/ext/v2/orders.json",
        "status": 200,
        "duration_ms": 12.3,
        "credential.name": "acme-export",
    }


def test_the_line_of_a_request_is_the_one_that_the_processors_make(log: io.StringIO) -> None:
    odd = exchange(method="token=abc123", credential="Bearer abc123", client_address="::1", path="/p?password=abc123")
    LogObserver().finished(odd)
    structlog.get_logger().info(
        "token=abc123 /{org}/ext/v2/orders.json of order_export answered 200 in 12.3 ms.",
        **{
            "request.id": "r-1",
            "api": "order_export",
            "method": "token=abc123",
            "route": "/{org}/ext/v2/orders.json",
            "status": 200,
            "duration_ms": 12.3,
            "credential.name": "Bearer abc123",
            "client": "::1",
        },
    )

    written, made = lines(log)
    stamped = [line.pop("timestamp") for line in (written, made)]
    assert list(written.items()) == list(made.items())
    assert [len(str(stamp)) for stamp in stamped] == [len("2026-03-02T09:30:00.000000Z")] * 2
    assert "abc123" not in log.getvalue()


def test_information_is_left_out_where_only_warnings_are_wanted() -> None:
    with captured_log(level=logging.WARNING) as stream:
        LogObserver().finished(exchange())
        LogObserver().finished(exchange(status=503))

    assert [line["status"] for line in lines(stream)] == [503]


def test_requests_are_told_to_people_in_plain_lines() -> None:
    with captured_log(for_people=True) as stream:
        LogObserver().finished(exchange())

    assert ' level=info event="GET /{org}/ext/v2/orders.json of order_export answered 200 in 12.3 ms." ' in (
        stream.getvalue()
    )


def test_warns_of_faults_and_names_unknown_addresses(log: io.StringIO) -> None:
    LogObserver().finished(exchange(status=500, problem="internal"))
    LogObserver().finished(exchange(status=404, route="", path="/wp-admin"))
    LogObserver().finished(exchange(complete=False))

    assert [(line["level"], line.get("path")) for line in lines(log)] == [
        ("warning", None),
        ("info", "/wp-admin"),
        ("warning", None),
    ]


def test_writes_no_secret(log: io.StringIO) -> None:
    ours = structlog.get_logger()
    ours.info("Sent Authorization: Bearer abc123 away.", authorization="Basic abc123", headers={"Cookie": "abc123"})
    ours.info("x", client_secret="abc123", body="abc123", note="client_secret=abc123&x=1", tokens=["abc123"])
    logging.getLogger("library").warning("failed with password=%s", "abc123")
    ours.error("It failed.", exc_info=ValueError("token: abc123"))

    assert len(lines(log)) == 4
    assert "abc123" not in log.getvalue()
    assert "x=1" in log.getvalue()


def test_counts_requests_by_declared_labels_only() -> None:
    registry = CollectorRegistry()
    observer = MetricsObserver(registry)
    for each in [exchange(), exchange(method="BREW", route="", path="/x", status=405)]:
        observer.started(each.api)
        observer.finished(each)
    observer.started("order_export")

    with serving_metrics(registry, 0) as port:
        text = httpx.get(f"http://127.0.0.1:{port}/metrics").text

    route = "/{org}/ext/v2/orders.json"
    assert f'partscounter_requests_total{{api="order_export",method="GET",route="{route}",status="200"}} 1.0' in text
    assert 'partscounter_requests_total{api="order_export",method="other",route="none",status="405"} 1.0' in text
    assert 'partscounter_requests_in_flight{api="order_export"} 1.0' in text
    assert f'partscounter_request_seconds_bucket{{api="order_export",le="0.025",route="{route}"}} 1.0' in text


def failing() -> None:
    raise OSError("disk of the accountant")


def test_is_alive_and_ready() -> None:
    with client(health_app([Check("database", lambda: None)])) as caller:
        assert caller.get("/healthz").json() == {"status": "alive"}
        ready = caller.get("/readyz")

    assert (ready.status_code, ready.json()) == (200, {"status": "ready", "checks": {"database": "ok"}})
    assert ready.headers["cache-control"] == "no-store"


def test_is_alive_but_not_ready_while_something_is_missing(log: io.StringIO) -> None:
    with client(health_app([Check("database", failing), Check("index", lambda: None)])) as caller:
        assert caller.get("/healthz").status_code == 200
        ready = caller.get("/readyz")

    assert (ready.status_code, ready.headers["retry-after"]) == (503, "5")
    assert ready.json() == {"status": "not ready", "checks": {"database": "failed", "index": "ok"}}
    assert "accountant" in log.getvalue()


def test_writes_plain_lines_for_people() -> None:
    with captured_log(for_people=True) as stream:
        structlog.get_logger("x").warning("A pump leaks.", pump=7, password="hush")

    line = stream.getvalue()
    assert ' level=warning event="A pump leaks." ' in line
    assert line.endswith(" pump=7 password=[hidden]\n")
