"""The log of recent requests: what each credential asked, and what it was answered, for those who build against us."""

from partscounter.domain.access.request_log.collect import CaughtRequest, RecentRequests
from partscounter.domain.access.request_log.logged_request import (
    LONGEST_BODY,
    LoggedBody,
    LoggedRequest,
    NewRequest,
    RequestNotFound,
)
from partscounter.domain.access.request_log.lookup import get_request, list_requests
from partscounter.domain.access.request_log.note import KEPT_FOR, note_requests
from partscounter.domain.access.request_log.read import read_caught, without_secrets

__all__ = [
    "KEPT_FOR",
    "LONGEST_BODY",
    "CaughtRequest",
    "LoggedBody",
    "LoggedRequest",
    "NewRequest",
    "RecentRequests",
    "RequestNotFound",
    "get_request",
    "list_requests",
    "note_requests",
    "read_caught",
    "without_secrets",
]
