"""What was searched for."""

from dataclasses import astuple, dataclass
from typing import Final

LONGEST_WORDS: Final = 200


@dataclass(frozen=True, slots=True, order=True)
class SearchedWords:
    """The words of one search as they were typed; empty where anything would do."""

    part_type: str = ""
    make: str = ""
    model: str = ""
    keywords: str = ""

    def tidied(self) -> "SearchedWords":
        """Without case, wildcards and needless blanks, so that the same search counts as one; overlong ones cut."""
        words = (" ".join(text.lower().replace("\0", " ").split())[:LONGEST_WORDS] for text in astuple(self))
        return SearchedWords(*("" if text == "*" else text for text in words))
