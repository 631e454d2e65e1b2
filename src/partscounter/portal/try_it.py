"""Runs an example of the guide inside this process, against the same contracts that the network reaches."""

from http import HTTPStatus

import httpx
import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp

from partscounter.portal.guide import Example, Guide, Step
from partscounter.portal.home import HomePage, Outcome
from partscounter.web.incoming import base_url_of
from partscounter.web.same_origin import is_same_origin

SHOWN_HEADERS = ("Content-Type", "Location", "Link", "WWW-Authenticate", "Retry-After", "X-Request-Id")
LONGEST_BODY = 20_000
"""Characters of an answer that the page shows."""


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
        answer = await run_example(self._contracts, example, base_url)
        return await run_in_threadpool(self._home.render, request, outcome_of(example, answer))


async def run_example(contracts: ASGIApp, example: Example, base_url: str) -> httpx.Response:
    """The answer to the last step, or to the first one that was refused."""
    async with httpx.AsyncClient(transport=httpx.ASGITransport(contracts), base_url=base_url) as client:
        answer = await _send(client, example.steps[0])
        for step in example.steps[1:]:
            if answer.is_error:
                break
            answer = await _send(client, step, msgspec.json.decode(answer.content, type=_Token).access_token)
        return answer


def outcome_of(example: Example, answer: httpx.Response) -> Outcome:
    """What the page shows of `answer`."""
    text = _pretty(answer)
    return Outcome(
        example=example.name,
        status=answer.status_code,
        phrase=HTTPStatus(answer.status_code).phrase,
        headers=tuple((name, answer.headers[name]) for name in SHOWN_HEADERS if name in answer.headers),
        body=text[:LONGEST_BODY],
        is_cut=len(text) > LONGEST_BODY,
    )


class _Token(msgspec.Struct):
    access_token: str


async def _send(client: httpx.AsyncClient, step: Step, token: str = "") -> httpx.Response:
    headers = {"Content-Type": step.media_type} if step.media_type else {}
    if token:
        headers["Authorization"] = f"Bearer {token}"
    login = httpx.BasicAuth(step.user, step.password) if step.user else None
    return await client.request(step.method, step.path, content=step.content, headers=headers, auth=login)


def _pretty(answer: httpx.Response) -> str:
    if answer.headers.get("content-type", "").startswith("application/json"):
        return msgspec.json.format(answer.content, indent=2).decode()
    return answer.text
