"""Runs an example of the guide inside this process, against the same contracts that the network reaches."""

from importlib import import_module

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp

from partscounter.portal.guide import Guide
from partscounter.portal.home import HomePage
from partscounter.web.incoming import base_url_of
from partscounter.web.same_origin import is_same_origin


class TryItPage:
    """The demo's “Run it” buttons."""

    def __init__(self, home: HomePage, contracts: ASGIApp, guide: Guide) -> None:
        self._home = home
        self._contracts = contracts
        self._guide = guide

    async def run(self, request: Request) -> Response:
        """The home page with the live answer. A form on a foreign page is refused with 403."""
        base_url = base_url_of(request.scope, request.headers)
        if not is_same_origin(request.headers, base_url):
            raise HTTPException(403)
        example = self._guide.example(request.path_params["name"])
        if example is None:
            raise HTTPException(404)
        running = import_module("partscounter.portal.run_example")  # its HTTP client would hold up every start
        answer = await running.run_example(self._contracts, example, base_url)
        return await run_in_threadpool(self._home.render, request, running.outcome_of(example, answer))
