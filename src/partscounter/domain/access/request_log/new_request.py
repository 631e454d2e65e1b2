"""A request on its way into the log."""

from dataclasses import dataclass
from datetime import datetime

from partscounter.domain.access.request_log.logged_request import LoggedBody


@dataclass(frozen=True, slots=True)
class NewRequest:
    """A `LoggedRequest` that has no number yet."""

    credential_id: int
    at: datetime
    method: str
    path: str
    status: int
    milliseconds: float
    request_id: str
    client_address: str
    problem: str
    sent: LoggedBody
    answered: LoggedBody
