"""The page that takes a photo of a label, or a code that was typed, to the machine's page. No script is needed."""

from importlib import import_module

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import Response

from partscounter.domain import assets
from partscounter.domain.assets import MalformedCode
from partscounter.kit.refusal import Invalid
from partscounter.web.desk import Desk
from partscounter.web.visits import Visit, go_to

PHOTO_BYTES = 16 * 1024 * 1024
"""Largest photo; phones send three to eight million bytes."""


class ScanPage:
    """`/scan`."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def ask(self, visit: Visit) -> Response:
        typed = "".join((visit.query.first("code") or "").split())
        problem = visit.query.first("problem") or ""
        if typed:
            try:
                return go_to(f"/{assets.code_in(typed)}")
            except MalformedCode as malformed:
                problem = malformed.code
        return self._desk.show(visit, "machines/scan.html", 400 if typed else 200, problem=problem, typed=typed)


async def take_photo(request: Request) -> Response:
    """To the machine, or back to the form. Nothing is kept, so it may be sent from any page.

    The field `for` with the value `portal` leads to the machine's page in the portal.
    """
    async with request.form(max_files=1, max_fields=2) as form:
        photo, is_portal = form.get("photo"), form.get("for") == "portal"
        content = await photo.read() if isinstance(photo, UploadFile) else b""
    form_page = "/portal/machines/scan" if is_portal else "/scan"
    try:
        code = await run_in_threadpool(_read_code, content)
    except Invalid as refused:
        return go_to(f"{form_page}?problem={refused.code}")
    return go_to(f"{form_page}?code={code}" if is_portal else f"/{code}")


def _read_code(photo: bytes) -> str:
    """What reads pictures is imported with the first photo: it would hold up every start."""
    code: str = import_module("partscounter.domain.machines.photos").read_code(photo)
    return code
