"""Sends the requests of an example of the guide, and says what of the answer is shown. Imported with the first run."""

from http import HTTPStatus

import httpx
import msgspec
from starlette.types import ASGIApp

from partscounter.portal.guide import Example, Step
from partscounter.portal.home import Outcome

SHOWN_HEADERS = ("Content-Type", "Location", "Link", "WWW-Authenticate", "Retry-After", "X-Request-Id")
LONGEST_BODY = 20_000
"""Characters of an answer that the page shows."""


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
