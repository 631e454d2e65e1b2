"""Words that users searched for and that matched nothing: what a mapping, or the catalogue, may be lacking."""

import threading
from collections.abc import Mapping
from datetime import datetime

from partscounter.database import ReadTx, WriteTx
from partscounter.domain.catalog import NameKind, aliases
from partscounter.domain.mappings import store
from partscounter.domain.mappings.lookup import find_native_numbers
from partscounter.domain.mappings.unmatched_word import UnmatchedWord
from partscounter.kit.text import squash

MOST_WAITING = 5_000
"""Words that a process remembers until they are noted; what comes beyond is not counted."""
MOST_KEPT = 1_000
"""Words of one user that are kept; those searched for longest ago go first."""
LONGEST_WORD = 200

WordKey = tuple[int, NameKind, str]
"""Credential, kind, and the word squashed."""


class UnmatchedWords:
    """Collects them, so that a timer can note many at once and no search has to write. Thread-safe."""

    def __init__(self) -> None:
        self._words: dict[WordKey, UnmatchedWord] = {}
        self._lock = threading.Lock()

    def add(self, credential_id: int, kind: NameKind, text: str, at: datetime) -> None:
        """One more search for `text`. Overlong ones, and new ones while too many wait, are passed over."""
        if len(text) > LONGEST_WORD:
            return
        key = credential_id, kind, squash(text) or text
        with self._lock:
            known = self._words.get(key)
            if known is not None or len(self._words) < MOST_WAITING:
                self._words[key] = UnmatchedWord(kind, text, 1 + (known.searches if known else 0), at)

    def take(self) -> dict[WordKey, UnmatchedWord]:
        """What has been collected; collecting starts anew."""
        with self._lock:
            words, self._words = self._words, {}
        return words


def note_unmatched(tx: WriteTx, words: Mapping[WordKey, UnmatchedWord]) -> None:
    """Add these searches to what is counted already. Emits nothing: a search is no change worth a history."""
    known = store.known_credentials(tx, {credential_id for credential_id, _, _ in words})
    # In the order of the keys, so that two processes noting the same words cannot lock each other out.
    for credential_id, kind, key in sorted(words):
        if credential_id in known:
            store.add_unmatched(tx, credential_id, key, words[credential_id, kind, key])
    for credential_id in sorted(known):
        store.trim_unmatched(tx, credential_id, MOST_KEPT)


def list_unmatched(tx: ReadTx, credential_id: int, kind: NameKind) -> list[UnmatchedWord]:
    """Those that would match nothing now either, the most searched first."""
    return [
        word for word in store.load_unmatched(tx, credential_id, kind) if not _names_something(tx, credential_id, word)
    ]


def _names_something(tx: ReadTx, credential_id: int, word: UnmatchedWord) -> bool:
    mapped = find_native_numbers(tx, credential_id, word.kind, word.text)
    return bool(aliases.names_searched(tx, word.kind, word.text) if mapped is None else mapped)
