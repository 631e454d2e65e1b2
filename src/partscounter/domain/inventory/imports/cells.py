"""Reads single cells of a feed: one function for each kind of value, each with a sentence for what it refuses.

Every function takes text without blanks around it, and raises ValueError with a sentence that can be shown.
"""

import html
import re
from decimal import Decimal
from urllib.parse import urlsplit

import nh3

from partscounter.domain.inventory.item import Line
from partscounter.kit.money import is_plain_number, parse_amount

LONGEST_ID = 100
LONGEST_TEXT = 500
LONGEST_ADDRESS = 2_000
LONGEST_DESCRIPTION = 50_000
MOST_UNITS = 1_000_000_000
EARLIEST_YEAR = 1901
PLACEHOLDER_YEAR = "1900"
"""What sellers' programs write where the year is not known; the trade offers no part of that age."""

_TRUTH = dict.fromkeys(("true", "t", "yes", "y", "1"), True) | dict.fromkeys(("false", "f", "no", "n", "0"), False)
_LINES = {line.name.lower(): line for line in Line} | {str(line.value): line for line in Line}

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_CONTROL_OR_BREAK = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029]")
"""In texts of one line that are kept as they are."""
_BLANKS = re.compile(r"\s+")
# Only with its semicolon: `&copy` inside `A&copyshop` is no entity.
_ENTITY = re.compile(r"&(?:#\d+|#[xX][0-9a-fA-F]+|\w+);")
_MOST_DECODINGS = 10
"""Nobody writes entities of entities deeper than a few; each takes a look at all of the text."""
# Nearly every one: a decimal number for each would take a twentieth of an import.
_PLAIN_AMOUNT = re.compile(r"([0-9]{1,9})(?:\.([0-9]{1,2}))?")
_DIGITS = re.compile(r"[0-9]{1,10}")
# nh3 has something to do where one of these is; it writes a no-break blank as an entity.
_MARKED = re.compile("[<>&\xa0\r]")
# Where these stand between two words, the words stay apart when the tags are gone.
_BREAK = re.compile(r"<(?:br|/?(?:p|li|ul|ol|div|tr|td|th|h[1-6]))\b", re.IGNORECASE)

# Most addresses; a whole parser for each would take a tenth of an import.
_PLAIN_ADDRESS = re.compile(r"https?://[A-Za-z0-9.-]+(?::[0-9]+)?(?:/[!-~]*)?")
_ONE_PLAIN_ADDRESS = re.compile(r"https?://[A-Za-z0-9.-]+(?::[0-9]+)?(?:/[!#-\[\]-{}~]*)?")


def read_id(text: str) -> str:
    """Kept as it is: leading zeros, letters and blanks inside count."""
    _require_printable(text, LONGEST_ID, _CONTROL_OR_BREAK)
    if not text:
        raise ValueError("must not be blank")
    return text


def read_text(text: str) -> str:
    """A short text in one line: HTML entities decoded, runs of blanks folded into one. Blanks may be around it.

    What comes out is read as itself: `&amp;amp;` is `&`, so that an item can be sent back as it was shown.
    """
    if not text:
        return text
    if text.isascii() and text.isprintable() and "  " not in text and "&" not in text and len(text) <= LONGEST_TEXT:
        return text.strip()  # nearly every cell: nothing to decode, fold or refuse
    for _ in range(_MOST_DECODINGS):
        if (decoded := _decoded(text)) == text:
            break
        text = decoded
    folded = _BLANKS.sub(" ", text).strip()
    _require_printable(folded, LONGEST_TEXT)
    return folded


def _decoded(text: str) -> str:
    return _ENTITY.sub(lambda entity: html.unescape(entity[0]), text) if "&" in text else text


def read_required_text(text: str) -> str:
    """A short text that is not blank."""
    folded = read_text(text)
    if not folded:
        raise ValueError("must not be blank")
    return folded


def read_amount(text: str) -> Decimal | None:
    """A price of zero or more with at most two places; None for blank."""
    if not text:
        return None
    if not is_plain_number(text):
        raise ValueError(f"{text!r} is not an amount")
    if text.startswith("-"):
        raise ValueError(f"{text!r} is below zero")
    # 1.250 is as likely to mean a thousand as a dollar.
    if len(text.partition(".")[2]) > 2:  # noqa: PLR2004 - cents
        raise ValueError(f"{text!r} has more than two decimal places")
    return parse_amount(text)


def read_cents(text: str) -> int | None:
    """The same in cents."""
    plain = _PLAIN_AMOUNT.fullmatch(text)
    if plain is not None:
        return int(plain[1]) * 100 + int((plain[2] or "").ljust(2, "0"))
    amount = read_amount(text)
    return None if amount is None else int(amount.scaleb(2).to_integral_exact())


def read_year(text: str, latest: int) -> int | None:
    """A model year up to `latest`; None for blank and for the trade's placeholder 1900."""
    if text in ("", PLACEHOLDER_YEAR):
        return None
    if not _DIGITS.fullmatch(text) or not EARLIEST_YEAR <= int(text) <= latest:
        raise ValueError(f"{text!r} is not a year from {EARLIEST_YEAR} to {latest}")
    return int(text)


def read_truth(text: str) -> bool:
    """Whether the item is offered."""
    found = _TRUTH.get(text.lower())
    if found is None:
        raise ValueError(f"{text!r} is neither true nor false")
    return found


def read_units(text: str) -> int:
    """Units on the shelf; 1 for blank."""
    if not text:
        return 1
    if not _DIGITS.fullmatch(text) or int(text) > MOST_UNITS:
        raise ValueError(f"{text!r} is not a whole number from 0 to {MOST_UNITS}")
    return int(text)


def read_line(text: str) -> Line:
    """Heavy truck for blank; blanks and hyphens count as underscores."""
    if not text:
        return Line.HEAVY_TRUCK
    found = _LINES.get(re.sub(r"[\s-]+", "_", text.lower()))
    if found is None:
        raise ValueError(f"{text!r} is none of {', '.join(_LINES)}")
    return found


def read_images(text: str) -> tuple[str, ...]:
    """Absolute http or https addresses; anything else could be run by a browser instead of shown."""
    addresses = tuple(part.strip() for part in text.split("|") if part.strip())
    for address in addresses:
        _require_printable(address, LONGEST_ADDRESS, _CONTROL_OR_BREAK)
        if not _is_web_address(address):
            raise ValueError(f"{address!r} is not an http or https address")
    return addresses


def is_one_plain_address(text: str) -> bool:
    """Whether it is an address that `read_images` takes, and JSON between quotation marks as it stands."""
    return len(text) <= LONGEST_ADDRESS and _ONE_PLAIN_ADDRESS.fullmatch(text) is not None


def read_questions(text: str) -> tuple[tuple[str, str], ...]:
    """Pairs of label and value, in their order."""
    pairs = []
    for part in text.split("|"):
        label, sign, value = part.partition("=")
        if not part.strip():
            continue
        if not sign or not label.strip():
            raise ValueError(f"{part.strip()!r} is not label=value")
        pairs.append((read_text(label), read_text(value)))
    return tuple(pairs)


def read_description(text: str) -> tuple[str, str]:
    """The description as plain text, and as safe HTML."""
    if text.isascii() and text.isprintable() and len(text) <= LONGEST_DESCRIPTION and not _MARKED.search(text):
        return (" ".join(text.split()) if "  " in text else text), text  # nearly every one
    _require_printable(text, LONGEST_DESCRIPTION)
    if not _MARKED.search(text):
        return " ".join(text.split()), text
    plain = nh3.clean(_BREAK.sub(r" \g<0>", text), tags=set())
    # Line ends and outer blanks may have come as entities; they are kept as they would be read again.
    safe = nh3.clean(text).replace("\r\n", "\n").replace("\r", "\n").strip()
    return _BLANKS.sub(" ", html.unescape(plain)).strip(), safe


def _is_web_address(text: str) -> bool:
    if _PLAIN_ADDRESS.fullmatch(text):
        return True
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def _require_printable(text: str, longest: int, refused: re.Pattern[str] = _CONTROL) -> None:
    if len(text) > longest:
        raise ValueError(f"has {len(text)} characters, at most {longest} are kept")
    if refused.search(text):
        raise ValueError(f"{text[:40]!r} holds a control character")
