"""What the clients of all contracts share: one HTTP connection pool, typed answers, refusals as exceptions."""

from collections.abc import Mapping
from types import TracebackType
from typing import Self, TypeVar

import httpx
import msgspec

from partscounter_client._errors import Refused, UnreadableAnswer
from partscounter_contracts import encode

T = TypeVar("T")
TIMEOUT_SECONDS = 30.0


class ContractClient:
    """Base of every client; close it, or use it as a context. `transport` takes the network's place in tests."""

    def __init__(self, base_url: str, auth: httpx.Auth, transport: httpx.BaseTransport | None = None) -> None:
        self._http = httpx.Client(base_url=base_url, auth=auth, transport=transport, timeout=TIMEOUT_SECONDS)

    def close(self) -> None:
        """Close the connections."""
        self._http.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _ask(
        self,
        method: str,
        path: str,
        *,
        body: object = None,
        content: bytes | None = None,
        query: Mapping[str, str | int] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> httpx.Response:
        """The answer, if it is a success; raises Refused otherwise. `body` is sent as JSON, `content` as it is."""
        sent = content if body is None else encode(body)
        kind = {} if body is None else {"Content-Type": "application/json"}
        response = self._http.request(method, path, content=sent, params=query, headers={**kind, **(headers or {})})
        if response.is_success:
            return response
        raise Refused(response, _read_body(response))

    @staticmethod
    def _read(response: httpx.Response, form: type[T]) -> T:
        # Not strict: what one service sends as a number another sends as text.
        try:
            return msgspec.json.decode(response.content, type=form, strict=False)
        except msgspec.DecodeError as error:
            raise UnreadableAnswer(response, str(error)) from error


def _read_body(response: httpx.Response) -> object:
    try:
        return msgspec.json.decode(response.content)
    except msgspec.DecodeError:
        return response.text
