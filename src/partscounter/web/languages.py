"""Pages in the visitor's language: the English text is the key, and each other language has a file of translations.

The files are gettext's (`<language>.po`), one folder for each door, and are read when somebody first needs them.
"""

import gettext
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Final

ENGLISH: Final = "en"
LANGUAGES: Final[Mapping[str, str]] = {"en": "English", "fr": "Français", "de": "Deutsch", "es": "Español"}
"""Each by its own name."""


@dataclass(frozen=True, slots=True)
class Translator:
    """Says the texts of one door in one language."""

    language: str
    singular: Callable[[str], str]
    plural: Callable[[str, str, int], str]

    def __call__(self, text: str, **values: object) -> str:
        """`text`, with `{name}` filled in from `values`."""
        return self.singular(text).format(**values) if values else self.singular(text)

    def count(self, one: str, many: str, number: int, **values: object) -> str:
        """`one` or `many`, by `number`, which is filled in for `{number}`."""
        return self.plural(one, many, number).format(number=number, **values)


@cache
def translator(folders: tuple[Path, ...], language: str) -> Translator:
    """For the texts in `folders`, the first that has one; a text that is in none stays English."""
    texts = gettext.NullTranslations()
    paths = [folder / f"{language}.po" for folder in reversed(folders)]
    for path in paths if language != ENGLISH else ():
        if path.exists():
            found = _Catalog(path)
            found.add_fallback(texts)
            texts = found
    return Translator(language, texts.gettext, texts.ngettext)


class _Catalog(gettext.NullTranslations):
    """A file of translations in memory."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        # Loaded when somebody first asks for another language: it is a fifth of the start of a web process.
        pofile = import_module("babel.messages.pofile")
        with path.open("rb") as file:
            catalog = pofile.read_po(file)
        self._plural_of = gettext.c2py(catalog.plural_expr)
        self._texts = {message.id: message.string for message in catalog if message.id and message.string}

    def gettext(self, message: str) -> str:
        return str(self._texts.get(message) or super().gettext(message))

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        forms = self._texts.get((msgid1, msgid2))
        if not forms or isinstance(forms, str):
            return super().ngettext(msgid1, msgid2, n)
        return str(forms[self._plural_of(n)])


def best_language(*wishes: str) -> str:
    """The first of our languages among `wishes`, each a tag such as `de` or the text of an Accept-Language header."""
    for wish in wishes:
        for tag in _by_preference(wish):
            language = tag.partition("-")[0].lower()
            if language in LANGUAGES:
                return language
    return ENGLISH


def _by_preference(wish: str) -> list[str]:
    """The tags of an Accept-Language header, the most wanted first (RFC 9110 §12.5.4)."""
    weighed = []
    for part in wish.split(","):
        tag, _, weight = part.partition(";")
        wanted = _weight(weight)
        if wanted > 0:
            weighed.append((wanted, tag.strip()))
    return [tag for _, tag in sorted(weighed, key=lambda one: -one[0])]


def _weight(text: str) -> float:
    """Of `q=0.8`; 1 where there is none, 0 for what is no number."""
    _, sign, number = text.partition("=")
    try:
        return float(number) if sign else 1.0
    except ValueError:
        return 0.0
