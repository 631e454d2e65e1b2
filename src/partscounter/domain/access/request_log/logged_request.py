"""One request: on its way into the log, and as the log keeps it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from partscounter.kit.refusal import NotFound

LONGEST_BODY: Final = 4096
"""Bytes of each body that are kept."""


class RequestNotFound(NotFound):
    """The credential's log holds no such request, or no longer."""

    code = "logged_request_not_found"


@dataclass(frozen=True, slots=True)
class LoggedBody:
    """The beginning of a body; secrets in it are masked."""

    media_type: str = ""
    text: str = ""
    """Empty where it is not text."""
    size: int = 0
    """Bytes of the whole."""

    @property
    def is_cut(self) -> bool:
        """Whether there was more than `text` shows."""
        return bool(self.text) and self.size > LONGEST_BODY


@dataclass(frozen=True, slots=True)
class NewRequest:
    """What was asked by which credential, and what it was answered."""

    credential_id: int
    at: datetime
    """When it had come in."""
    method: str
    path: str
    """With the query."""
    status: int
    """499 if the client left before there was an answer."""
    milliseconds: float
    request_id: str
    client_address: str
    problem: str
    """The kind of problem that was answered; empty after success."""
    sent: LoggedBody
    answered: LoggedBody


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedRequest(NewRequest):
    """The same with its number in the log."""

    id: int
