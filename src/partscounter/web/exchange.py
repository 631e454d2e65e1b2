"""What is known of a request once it is over, for logs and metrics."""

from typing import NamedTuple, Protocol


class Exchange(NamedTuple):
    """One request and how it ended. Holds no secret, no body and no query."""

    api: str
    method: str
    route: str
    """The template, such as `/{org}/ext/v2/orders.json`; empty if no endpoint matched."""
    path: str
    status: int
    """As sent; 499 if the client left before there was an answer."""
    seconds: float
    request_id: str
    credential: str = ""
    client_address: str = ""
    problem: str = ""
    """The kind of problem that was answered; empty after success."""
    complete: bool = True
    """False if the client left, or a stream failed, before the last byte."""


CLIENT_LEFT = 499
"""Not a status that anybody receives: what nginx and others log for it."""


class Observer(Protocol):
    """Told of every request, on the event loop: it must neither block nor raise."""

    def started(self, api: str) -> None: ...

    def finished(self, exchange: Exchange) -> None: ...
