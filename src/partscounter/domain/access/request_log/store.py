"""SQL of the log of requests."""

from collections.abc import Sequence
from datetime import datetime
from http import HTTPStatus
from typing import Any

import sqlalchemy as sa

from partscounter.database import ReadTx, WriteTx
from partscounter.domain.access.request_log.logged_request import LoggedBody, LoggedRequest, NewRequest
from partscounter.domain.access.request_log.tables import logged_requests

_PLAIN = (
    "credential_id",
    "at",
    "method",
    "path",
    "status",
    "milliseconds",
    "request_id",
    "client_address",
    "problem",
)


def insert(tx: WriteTx, requests: Sequence[NewRequest]) -> None:
    rows = [
        {
            **{name: getattr(request, name) for name in _PLAIN},
            **_columns("sent", request.sent),
            **_columns("answered", request.answered),
        }
        for request in requests
    ]
    tx.connection.execute(sa.insert(logged_requests), rows)


def _columns(name: str, body: LoggedBody) -> dict[str, object]:
    return {f"{name}_type": body.media_type, f"{name}_text": body.text, f"{name}_size": body.size}


def trim(tx: WriteTx, credential_id: int, kept: int) -> None:
    """Forget all but the newest `kept`."""
    own = logged_requests.c.credential_id == credential_id
    newest_gone = sa.select(logged_requests.c.id).where(own).order_by(logged_requests.c.id.desc()).offset(kept).limit(1)
    gone = logged_requests.c.id <= newest_gone.scalar_subquery()
    tx.connection.execute(sa.delete(logged_requests).where(own, gone))


def forget(tx: WriteTx, before: datetime) -> None:
    tx.connection.execute(sa.delete(logged_requests).where(logged_requests.c.at < before))


def newest(tx: ReadTx, credential_id: int, *, failed_only: bool, before: int | None, limit: int) -> list[LoggedRequest]:
    query = (
        sa.select(logged_requests)
        .where(logged_requests.c.credential_id == credential_id)
        .order_by(logged_requests.c.id.desc())
        .limit(limit)
    )
    if failed_only:
        query = query.where(logged_requests.c.status >= HTTPStatus.BAD_REQUEST)
    if before is not None:
        query = query.where(logged_requests.c.id < before)
    return [_request(row) for row in tx.connection.execute(query)]


def find(tx: ReadTx, credential_id: int, request_id: int) -> LoggedRequest | None:
    wanted = (logged_requests.c.id == request_id, logged_requests.c.credential_id == credential_id)
    row = tx.connection.execute(sa.select(logged_requests).where(*wanted)).one_or_none()
    return None if row is None else _request(row)


def _request(row: sa.Row[Any]) -> LoggedRequest:
    return LoggedRequest(
        id=row.id,
        **{name: getattr(row, name) for name in _PLAIN},
        sent=LoggedBody(row.sent_type, row.sent_text, row.sent_size),
        answered=LoggedBody(row.answered_type, row.answered_text, row.answered_size),
    )
