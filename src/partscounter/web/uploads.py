"""Forms with a file: read as they arrive, once it is known who sends them, and handed on as a file on disk."""

import os
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import Response

from partscounter.app import App
from partscounter.web.incoming import Query, parse_query
from partscounter.web.problems import Malformed
from partscounter.web.spool import SpooledBody
from partscounter.web.visits import COOKIE, Visit, find_session, refuse_foreign_form

_PIECE: Final = 1024 * 1024
_MOST_FIELDS: Final = 50


@dataclass(frozen=True, slots=True)
class Upload:
    """A file of a form. Who wants to keep it moves it; otherwise it is deleted with the request's end."""

    file_name: str
    body: SpooledBody


Taker = Callable[[Visit, Upload | None], Response]
"""Given the visit and its file, if one was chosen."""


def upload_page(
    app: App, door: str, admit: Callable[[Visit], None], taker: Taker, folder: Path
) -> Callable[[Request], Awaitable[Response]]:
    """A Starlette endpoint. `admit` raises for whom the page is not, before a byte of the body is read."""

    def enter(visit: Visit) -> None:
        find_session(visit)
        admit(visit)

    def take(visit: Visit, sent: UploadFile | None) -> Response:
        refuse_foreign_form(visit)
        upload = None if sent is None or not sent.filename else _spool(sent, folder)
        try:
            response = taker(visit, upload)
        finally:
            if upload is not None:
                upload.body.path.unlink(missing_ok=True)
        response.headers.setdefault("Cache-Control", "no-store")
        return response

    async def endpoint(request: Request) -> Response:
        visit = Visit(app, door, request, parse_query(b""), request.cookies.get(COOKIE, ""))
        await run_in_threadpool(enter, visit)
        async with request.form(max_files=1, max_fields=_MOST_FIELDS) as form:
            visit.form = Query(tuple((name, value) for name, value in form.multi_items() if isinstance(value, str)))
            if any("\0" in value for _, value in visit.form.pairs):  # which no database takes
                raise Malformed("The form cannot be read.")
            sent = next((value for _, value in form.multi_items() if isinstance(value, UploadFile)), None)
            return await run_in_threadpool(take, visit, sent)

    return endpoint


def _spool(sent: UploadFile, folder: Path) -> Upload:
    """The file in `folder`, durable."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{secrets.token_hex(16)}.part"
    digest, size = blake2b(digest_size=20), 0
    with path.open("wb") as file:
        while piece := sent.file.read(_PIECE):
            digest.update(piece)
            size += len(piece)
            file.write(piece)
        file.flush()
        os.fsync(file.fileno())
    return Upload(sent.filename or "", SpooledBody(path, size, digest.hexdigest()))
