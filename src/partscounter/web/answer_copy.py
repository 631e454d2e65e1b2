"""The first bytes of an answer, kept while it leaves, for the log of a credential's requests."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from partscounter.web.answer import Answer

LONGEST: Final = 4096
"""Bytes that are kept."""


class AnswerCopy:
    """What has left of one answer so far."""

    def __init__(self) -> None:
        self.media_type = ""
        self.head = b""
        self.size = 0

    def of(self, answer: Answer) -> Answer:
        """The same answer; a stream is copied as it is read."""
        self.media_type = answer.media_type
        if isinstance(answer.body, bytes):
            self.head, self.size = answer.body[:LONGEST], len(answer.body)
            return answer
        self.head, self.size = b"", 0
        return replace(answer, body=self._copying(answer.body))

    def _copying(self, pieces: Iterator[bytes]) -> Iterator[bytes]:
        try:
            for piece in pieces:
                if len(self.head) < LONGEST:
                    self.head += piece[: LONGEST - len(self.head)]
                self.size += len(piece)
                yield piece
        finally:
            # As the sender would: in the thread that read it, also where the client leaves early.
            close = getattr(pieces, "close", None)
            if close is not None:
                close()
