"""Page apps: escaping, safe headers, error pages and static files."""

import io
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment, UndefinedError
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from partscounter.kit.refusal import NotFound
from partscounter.web.exchange import Exchange
from partscounter.web.pages import page_environment, problem_page, render_page
from partscounter.web.shell import PageShell, page_error_handlers
from partscounter.web.static import StaticFiles
from tests.make.web import client

TEMPLATES = DictLoader(
    {
        "hello.html": "<p>{{ name }}</p>",
        "problem.html": "<!doctype html><h1>{{ title }}</h1><p>{{ advice }} {{ request_id }}</p>",
    }
)


class Recorder:
    def __init__(self) -> None:
        self.exchanges: list[Exchange] = []

    def started(self, api: str) -> None:
        pass

    def finished(self, exchange: Exchange) -> None:
        self.exchanges.append(exchange)


def environment() -> Environment:
    return page_environment(TEMPLATES, shop="Counter")


def problem(status: int, request_id: str) -> Response:
    return problem_page(environment(), status, request_id)


def hello(request: Request) -> Response:
    return render_page(environment(), "hello.html", name=request.path_params["name"])


def missing(_: Request) -> Response:
    raise NotFound("No such part.")


def bug(_: Request) -> Response:
    raise ZeroDivisionError


async def upload(request: Request) -> Response:
    return Response(str(len(await request.body())))


def shell(recorder: Recorder | None = None) -> PageShell:
    routes = [
        Route("/hello/{name}", hello),
        Route("/missing", missing),
        Route("/bug", bug),
        Route("/upload", upload, methods=["POST"]),
        Route("/form", missing),
        Route("/form", upload, methods=["POST"]),
    ]
    app = Starlette(routes=routes, exception_handlers=page_error_handlers(problem))  # type: ignore[arg-type] # Starlette's own type is narrower than what it takes
    app.router.redirect_slashes = False
    return PageShell("storefront", app, problem, body_limit=10, observers=[recorder] if recorder else ())


def test_escapes_and_sends_safe_headers() -> None:
    recorder = Recorder()
    with client(shell(recorder)) as visitor:
        page = visitor.get("/hello/<b>", headers={"X-Request-Id": "r-1"})

    assert page.text == "<p>&lt;b&gt;</p>"
    assert page.headers["x-request-id"] == "r-1"
    assert page.headers["x-content-type-options"] == "nosniff"
    assert "'unsafe-inline'" not in page.headers["content-security-policy"]
    assert [(seen.route, seen.status, seen.complete) for seen in recorder.exchanges] == [("/hello/{name}", 200, True)]


def test_refuses_a_misspelt_name() -> None:
    with pytest.raises(UndefinedError):
        render_page(environment(), "hello.html", nam="x")


@pytest.mark.parametrize(
    ("method", "path", "status", "title"),
    [
        ("GET", "/hello/a%00b", 404, "There is nothing here"),
        ("POST", "/upload?a=%00", 400, ""),
        ("GET", "/nowhere", 404, "There is nothing here"),
        ("GET", "/hello/a/", 404, "There is nothing here"),
        ("GET", "/missing", 404, "There is nothing here"),
        ("PUT", "/upload", 405, "This page does not take that"),
        ("POST", "/upload", 413, "That was too large"),
        ("GET", "/bug", 500, "Something went wrong here"),
    ],
)
def test_answers_what_goes_wrong_with_a_page(method: str, path: str, status: int, title: str) -> None:
    with client(shell()) as visitor:
        page = visitor.request(method, path, content=b"x" * 11, headers={"X-Request-Id": "r-2"})

    assert page.status_code == status
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert title in page.text
    assert "r-2" in page.text
    assert page.headers["x-request-id"] == "r-2"


def test_names_every_method_that_a_page_takes() -> None:
    with client(shell()) as visitor:
        allowed = [visitor.put(path).headers["allow"] for path in ("/form", "/upload", "/missing")]

    assert allowed == ["GET, HEAD, POST", "POST", "GET, HEAD"]


def test_logs_a_bug_once(log: io.StringIO) -> None:
    with client(shell()) as visitor:
        visitor.get("/bug")

    assert log.getvalue().count("A page failed by a bug.") == 1


def test_serves_static_files_for_ever_under_their_digest(tmp_path: Path) -> None:
    (tmp_path / "css").mkdir()
    (tmp_path / "css" / "page.css").write_text("p {}")
    files = StaticFiles(tmp_path)
    url = files.url("css/page.css")

    with client(files) as visitor:
        named = visitor.get(url)
        renamed = visitor.get("/static/0123/css/page.css")
        unchanged = visitor.get(url, headers={"If-None-Match": named.headers["etag"]})
        answers = [visitor.get("/static/0123/../secret"), visitor.get("/static/"), visitor.post(url)]

    assert (named.text, named.headers["content-type"]) == ("p {}", "text/css; charset=utf-8")
    assert named.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert renamed.headers["cache-control"] == "no-cache"
    assert (unchanged.status_code, unchanged.content) == (304, b"")
    assert [answer.status_code for answer in answers] == [404, 404, 405]
