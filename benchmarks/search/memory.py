"""`python -m benchmarks.search.memory KIND DATA FILE PORT`: a server that answers with the bytes of a file from memory.

KIND `pipeline` is our web layer with all that it does for each request: credential, rate, logs, metrics. KIND `bare` is
Starlette with nothing else.
"""

import sys
from dataclasses import replace
from pathlib import Path

import uvicorn
from prometheus_client import CollectorRegistry
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp

from partscounter.app import App, open_app
from partscounter.cli.begin_logging import begin_logging
from partscounter.domain.access import Product
from partscounter.settings import Settings
from partscounter.web.answer import JSON_TYPE, Answer
from partscounter.web.api import Api
from partscounter.web.callers import basic_caller, limit_of, recognized_caller
from partscounter.web.metrics import MetricsObserver
from partscounter.web.observe import LogObserver
from partscounter.web.request_log import keeper_of
from partscounter.web.routes import Endpoint
from partscounter.wire.inventory.errors import render_problem

_PATH = "/inventory/search/{part_type}/{make}/{model}"


def main() -> None:
    """Serve until SIGTERM."""
    kind, home, file, port = sys.argv[1:]
    body = Path(file).read_bytes()
    if kind == "bare":
        _serve(_bare(body), int(port))
        return
    settings = Settings()
    limits = replace(settings.limits, requests_per_minute=0)
    settings = replace(settings, limits=limits, server=replace(settings.server, data_dir=Path(home)))
    begin_logging(settings, level="")
    with open_app(settings) as app:
        _serve(_in_pipeline(app, body), int(port))


def _in_pipeline(app: App, body: bytes) -> ASGIApp:
    return Api(
        "inventory",
        [Endpoint("GET", _PATH, lambda _: Answer(200, body, JSON_TYPE), is_brief=True)],
        render_problem,
        challenge="Basic",
        authenticate=basic_caller(app, Product.INVENTORY),
        recognize=recognized_caller(app, Product.INVENTORY),
        limit=limit_of(app),
        credential_name=lambda credential: credential.name,
        threads=app.settings.limits.threads,
        observers=(LogObserver(), MetricsObserver(CollectorRegistry())),
        keep=keeper_of(app),
    ).asgi


def _bare(body: bytes) -> ASGIApp:
    async def answer(_: Request) -> Response:
        return Response(body, media_type=JSON_TYPE)

    return Starlette(routes=[Route(_PATH, answer)])


def _serve(asgi: ASGIApp, port: int) -> None:
    uvicorn.run(asgi, port=port, log_config=None, access_log=False, ws="none", lifespan="off", server_header=False)


if __name__ == "__main__":
    main()
