"""QR codes of machines: reading them, and making new ones that can be printed before any machine bears them."""

import re
import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from partscounter.domain.assets.errors import MalformedCode
from partscounter.kit.refusal import Violation

LENGTH: Final = 15
ALPHABET: Final = "23456789BCDFGHJKLMNPQRSTVWXZ"
"""Of new codes: without vowels, which spell words, and without 0, 1 and Y, which are misread."""

_CODE: Final = re.compile(rf"[0-9A-Z]{{{LENGTH}}}")


@dataclass(frozen=True, slots=True)
class FreeCode:
    """A code that was made to be printed and that no machine bears yet."""

    code: str
    made_at: datetime
    made_by: str


def parse_code(text: str) -> str:
    """`text` in capitals, as it is stored; refuses with MalformedCode what can be no code."""
    code = text.upper()
    if not text.isascii() or _CODE.fullmatch(code) is None:
        issue = "A QR code association id has 15 characters, each a digit or a letter."
        raise MalformedCode(issue, (Violation("qrCodeId", issue, text),))
    return code


def code_in(text: str) -> str:
    """The code in what a QR symbol says, after its last slash ("Workflow"); refuses with MalformedCode."""
    return parse_code(text.strip().rpartition("/")[2])


def new_code() -> str:
    """A code that nobody can guess: 28 characters to choose from, fifteen times."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
