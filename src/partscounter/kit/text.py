"""One way to fold text for comparison, used wherever two spellings must count as one."""

import re
import unicodedata

_BETWEEN_NUMBERS = re.compile(r"\s*[,;/|]+\s*")
_NOT_ALPHANUMERIC = re.compile(r"[^a-z0-9]+")


def plain(text: str) -> str:
    """`text` in lower case and ASCII: accents go, and so does any other character beyond ASCII."""
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()


def fold(text: str) -> str:
    """`text` in lower case, without accents, each run of other characters as one blank: `DT-466E` is `dt 466e`."""
    return _NOT_ALPHANUMERIC.sub(" ", plain(text)).strip()


def squash(text: str) -> str:
    """`fold` without any blank: the key under which `DT 466E`, `DT-466e` and `dt466e` are one name."""
    if text.isascii():  # nearly every text that is compared; the same in a tenth of the time
        bare = text.lower().replace("-", "")
        return bare if bare.isalnum() else _NOT_ALPHANUMERIC.sub("", bare)
    return fold(text).replace(" ", "")


def split_numbers(text: str) -> list[str]:
    """The part numbers in `text`, between which stand comma, semicolon, slash or bar."""
    return [number for number in _BETWEEN_NUMBERS.split(text.strip()) if number]
