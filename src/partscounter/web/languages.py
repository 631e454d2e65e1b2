"""Pages in the visitor's language: the English text is the key, and each other language has a file of translations.

The files are gettext's (`<language>.po`), one folder for each door, and are read when somebody first needs them.
"""

import gettext
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from babel.core import negotiate_locale
from babel.messages.pofile import read_po

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
def translator(folder: Path, language: str) -> Translator:
    """For the texts in `folder`; a text that is not there stays English."""
    path = folder / f"{language}.po"
    if language == ENGLISH or not path.exists():
        plain = gettext.NullTranslations()
        return Translator(language, plain.gettext, plain.ngettext)
    found = _Catalog(path)
    return Translator(language, found.gettext, found.ngettext)


class _Catalog(gettext.NullTranslations):
    """A file of translations in memory."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        with path.open("rb") as file:
            catalog = read_po(file)
        self._plural_of = gettext.c2py(catalog.plural_expr)
        self._texts = {message.id: message.string for message in catalog if message.id and message.string}

    def gettext(self, message: str) -> str:
        return str(self._texts.get(message) or message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        forms = self._texts.get((msgid1, msgid2))
        if not forms or isinstance(forms, str):
            return msgid1 if n == 1 else msgid2
        return forms[self._plural_of(n)]


def best_language(*wishes: str) -> str:
    """The first of our languages among `wishes`, each a tag such as `de` or the text of an Accept-Language header."""
    for wish in wishes:
        tags = [part.partition(";")[0].strip() for part in wish.split(",")]
        found = negotiate_locale([tag for tag in tags if tag], list(LANGUAGES), sep="-")
        if found is not None:
            return found
    return ENGLISH
