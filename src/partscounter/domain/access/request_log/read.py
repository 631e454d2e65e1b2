"""Makes what was caught fit to be kept: text, cut, and without secrets. Never inside a transaction or a request."""

import re
from functools import lru_cache
from typing import Final
from urllib.parse import urlencode

from partscounter.domain.access.request_log.collect import CaughtRequest
from partscounter.domain.access.request_log.logged_request import LONGEST_BODY, LoggedBody, NewRequest

_LONGEST_PATH: Final = 2000
_HIDDEN: Final = "[hidden]"
_TEXT: Final = re.compile(r"text/|application/(?:[\w.+-]*(?:json|xml)|x-www-form-urlencoded|x-ndjson)", re.IGNORECASE)
_WORDS: Final = "password|passwd|secret|token|credential|authorization|api_?key|private_?key"
_NAME: Final = rf"[\w.-]*(?:{_WORDS})[\w.-]*"
_SOUNDS_SECRET: Final = re.compile(_WORDS, re.IGNORECASE)
_HINTS: Final = ("pass", "secret", "token", "credential", "authorization", "key", "bearer", "basic")
"""Most bodies hold none of these, and need no search for secrets."""
_IN_JSON: Final = re.compile(r'"([\w.-]{1,80})"(\s*:\s*)("(?:[^"\\]|\\.)*"?|[\d.]+)')
"""A name and its value, which may be cut off."""
_IN_XML: Final = re.compile(rf"(<(?:\w+:)?{_NAME}(?:\s[^>]*)?>)([^<]+)", re.IGNORECASE)
_IN_FORMS: Final = re.compile(rf"((?:^|[?&\s;,]){_NAME}=)([^&\s;,]+)", re.IGNORECASE)
_IN_HEADERS: Final = re.compile(r"((?:basic|bearer)\s+)([\w.~+/=-]+)", re.IGNORECASE)


def read_caught(caught: CaughtRequest) -> NewRequest:
    """The request as a row."""
    path = f"{caught.path}?{urlencode(caught.query)}" if caught.query else caught.path
    return NewRequest(
        credential_id=caught.credential_id,
        at=caught.at,
        method=caught.method,
        path=without_secrets(_storable(path))[:_LONGEST_PATH],
        status=caught.status,
        milliseconds=round(caught.seconds * 1000, 1),
        request_id=caught.request_id,
        client_address=caught.client_address,
        problem=caught.problem,
        sent=_body(caught.sent_type, caught.sent, caught.sent_size),
        answered=_body(caught.answered_type, caught.answered, caught.answered_size),
    )


def _body(media_type: str, head: bytes, size: int) -> LoggedBody:
    kind = _storable(media_type)[:100]
    if not _TEXT.match(media_type):
        return LoggedBody(kind, "", size)
    # Cut first: a secret that is cut in two is still recognised by its name, which stands before it.
    return LoggedBody(kind, without_secrets(_storable(head[:LONGEST_BODY].decode("utf-8", "replace"))), size)


def _storable(text: str) -> str:
    """Without what PostgreSQL cannot hold: NUL, and halves of surrogate pairs."""
    return text.replace("\0", "�").encode("utf-8", "replace").decode()


def without_secrets(text: str) -> str:
    """`text` with every value hidden that stands beside a name which sounds like a secret."""
    lower = text.lower()
    if not any(hint in lower for hint in _HINTS):
        return text
    text = _IN_JSON.sub(_hide_in_json, text)
    # Each is looked for only where it can be: this runs beside the requests.
    if "<" in text:
        text = _IN_XML.sub(rf"\g<1>{_HIDDEN}", text)
    if "=" in text:
        text = _IN_FORMS.sub(rf"\g<1>{_HIDDEN}", text)
    if "basic" in lower or "bearer" in lower:
        text = _IN_HEADERS.sub(rf"\g<1>{_HIDDEN}", text)
    return text


def _hide_in_json(found: re.Match[str]) -> str:
    return f'"{found[1]}"{found[2]}"{_HIDDEN}"' if _sounds_secret(found[1]) else found[0]


@lru_cache(maxsize=1024)
def _sounds_secret(name: str) -> bool:
    """Remembered, since the names of a contract are few."""
    return _SOUNDS_SECRET.search(name) is not None
