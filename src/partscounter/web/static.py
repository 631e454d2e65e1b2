"""Static files, read once and named by their content: a browser may keep each for ever and never has an old one."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse, Response
from starlette.types import Receive, Scope, Send

_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".webp": "image/webp",
    ".ico": "image/x-icon",
    ".woff2": "font/woff2",
    ".json": "application/json",
    ".txt": "text/plain; charset=utf-8",
    ".webmanifest": "application/manifest+json",
}
_FOR_EVER = "public, max-age=31536000, immutable"
_ASK_EACH_TIME = "no-cache"


@dataclass(frozen=True, slots=True)
class StaticFile:
    content: bytes
    digest: str
    media_type: str


class StaticFiles:
    """An ASGI app for all files below `folder`, at `prefix`. What is not there at the start is never there."""

    def __init__(self, folder: Path, prefix: str = "/static") -> None:
        self._prefix = prefix
        self._files = {
            path.relative_to(folder).as_posix(): _read(path) for path in sorted(folder.rglob("*")) if path.is_file()
        }

    def url(self, name: str) -> str:
        """Where `name` (such as `page.css`) stands; for templates. Raises KeyError if there is no such file."""
        return f"{self._prefix}/{self._files[name].digest}/{name}"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self._respond(scope)(scope, receive, send)

    def _respond(self, scope: Scope) -> Response:
        if scope["method"] not in {"GET", "HEAD"}:
            return PlainTextResponse("This takes only GET.", 405, {"Allow": "GET, HEAD"})
        digest, _, name = scope["path"].removeprefix(f"{self._prefix}/").partition("/")
        file = self._files.get(name)
        if file is None:
            return PlainTextResponse("There is no such file.", 404)
        headers = {
            "ETag": f'"{file.digest}"',
            "Cache-Control": _FOR_EVER if digest == file.digest else _ASK_EACH_TIME,
            "X-Content-Type-Options": "nosniff",
        }
        if headers["ETag"] in Headers(scope=scope).get("if-none-match", ""):
            return Response(status_code=304, headers=headers)
        return Response(file.content, headers=headers, media_type=file.media_type)


def _read(path: Path) -> StaticFile:
    content = path.read_bytes()
    digest = hashlib.sha256(content).hexdigest()[:16]
    return StaticFile(content, digest, _TYPES.get(path.suffix, "application/octet-stream"))
