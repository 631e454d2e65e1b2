"""Requests of a credential as they were caught."""

from partscounter.domain.access.request_log import CaughtRequest
from partscounter.kit.clock import FixedClock


def caught(clock: FixedClock, credential_id: int = 1, **changes: object) -> CaughtRequest:
    request = CaughtRequest(
        credential_id=credential_id,
        at=clock.now(),
        method="POST",
        path="/stock/v1/items",
        query=(("dry", "1"),),
        status=200,
        seconds=0.01234,
        request_id="r1",
        client_address="127.0.0.1",
        problem="",
        sent_type="application/json; charset=utf-8",
        sent=b'{"a": 1}',
        sent_size=8,
        answered_type="application/json",
        answered=b'{"b": 2}',
        answered_size=8,
    )
    return request._replace(**changes)  # type: ignore[arg-type]  # each by its own type
