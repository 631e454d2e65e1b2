"""Bearer tokens by client credentials: fetched when first needed, and again shortly before they end."""

import threading
import time
from collections.abc import Callable, Generator

import httpx
import msgspec

_RENEW_SECONDS_BEFORE = 60.0
_UNAUTHORIZED = 401


class ClientCredentials(httpx.Auth):
    """For any number of threads. A token that the service refuses is fetched anew once."""

    requires_response_body = True

    def __init__(
        self, token_url: str, client_id: str, client_secret: str, now: Callable[[], float] = time.monotonic
    ) -> None:
        self._token_url = token_url
        self._form = {"grant_type": "client_credentials", "client_id": client_id, "client_secret": client_secret}
        self._now = now
        self._lock = threading.Lock()
        self._token = ""
        self._good_until = 0.0

    def sync_auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        with self._lock:
            if self._now() >= self._good_until:
                self._keep((yield self._token_request()))
            token = self._token
        request.headers["Authorization"] = f"Bearer {token}"
        response = yield request
        if response.status_code == _UNAUTHORIZED:
            with self._lock:
                if self._token == token:
                    self._keep((yield self._token_request()))
                request.headers["Authorization"] = f"Bearer {self._token}"
            yield request

    def _token_request(self) -> httpx.Request:
        return httpx.Request("POST", self._token_url, data=self._form)

    def _keep(self, response: httpx.Response) -> None:
        response.read()
        response.raise_for_status()
        answer = msgspec.json.decode(response.content, type=_Token, strict=False)
        self._token = answer.access_token
        self._good_until = self._now() + max(0.0, answer.expires_in - _RENEW_SECONDS_BEFORE)


class _Token(msgspec.Struct):
    """What both dialects have in common; the gateway's sends the seconds as text."""

    access_token: str
    expires_in: int
