"""What a client raises.

ClientError
├── Refused         the service answered, and said no; carries the status and the service's own words
└── UnreadableAnswer the service answered in a form that is not the contract's

Trouble on the way (no connection, a time-out) is httpx's own `TransportError`, left as it is.
"""

import httpx


class ClientError(Exception):
    """Any failure that is told by an answer."""


class Refused(ClientError):
    """The service said no. `body` is its answer as JSON values, or text where it was none."""

    def __init__(self, response: httpx.Response, body: object) -> None:
        super().__init__(f"{response.request.method} {response.request.url.path} was answered {response.status_code}")
        self.status = response.status_code
        self.body = body
        self.request_id = response.headers.get("x-request-id", "")
        self.retry_after = response.headers.get("retry-after")
        """Seconds to wait, as text, where the service named any (429, 503)."""


class UnreadableAnswer(ClientError):
    """The answer does not have the contract's form; `reason` says where."""

    def __init__(self, response: httpx.Response, reason: str) -> None:
        super().__init__(f"the answer to {response.request.url.path} cannot be read: {reason}")
        self.status = response.status_code
        self.reason = reason
