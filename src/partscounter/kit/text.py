"""One way to fold text for comparison, used wherever two spellings must count as one."""

import re
import unicodedata

_BETWEEN_NUMBERS = re.compile(r"\s*[,;/|]+\s*")
_NOT_ALPHANUMERIC = re.compile(r"[^a-z0-9]+")


def spacing(kept: str = "") -> bytes:
    """A table for `bytes.translate` that leaves of ASCII letters, in lower case, digits and `kept`: else blanks."""
    return (
        bytes(ord(sign) if sign.isalnum() or sign in kept else 32 for sign in map(str.lower, map(chr, range(128))))
        + b" " * 128
    )


_ALPHANUMERIC = spacing()


def plain(text: str) -> str:
    """`text` in lower case and ASCII: accents go, and so does any other character beyond ASCII."""
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()


def fold(text: str) -> str:
    """`text` in lower case, without accents, each run of other characters as one blank: `DT-466E` is `dt 466e`."""
    # By a table and not by an expression: every text that is sorted or searched comes along here.
    return " ".join(plain(text).encode().translate(_ALPHANUMERIC).decode().split())


def squash(text: str) -> str:
    """`fold` without any blank: the key under which `DT 466E`, `DT-466e` and `dt466e` are one name."""
    if text.isascii():  # nearly every text that is compared; the same in a tenth of the time
        bare = text.lower().replace("-", "")
        return bare if bare.isalnum() else _NOT_ALPHANUMERIC.sub("", bare)
    return fold(text).replace(" ", "")


def split_numbers(text: str) -> list[str]:
    """The part numbers in `text`, between which stand comma, semicolon, slash or bar."""
    return [number for number in _BETWEEN_NUMBERS.split(text.strip()) if number]
