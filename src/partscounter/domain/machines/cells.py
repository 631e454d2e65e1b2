"""Reads single facts of a machine, in a table or a form; raises ValueError with a sentence that can be shown."""

import re
from datetime import UTC, datetime

from partscounter.domain import assets
from partscounter.domain.assets import MalformedCode

_SMCS = re.compile(r"[0-9A-Z]{4}")


def read_code(text: str) -> str:
    """A QR code, or all that its symbol says; empty for blank."""
    try:
        return assets.code_in(text) if text else ""
    except MalformedCode as malformed:
        raise ValueError(f"{text!r} is no code: {malformed.message}") from None


def read_smcs(text: str) -> str:
    """A Service Management Control System code in capitals; empty for blank."""
    code = text.upper()
    if code and not _SMCS.fullmatch(code):
        raise ValueError(f"{text!r} is not four digits or letters")
    return code


def read_moment(text: str) -> datetime:
    """A day or a moment; in UTC where it names no zone."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise ValueError(f"{text!r} is not a moment such as 2022-06-28T10:16:56") from None
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
