"""The languages that customers are written to in, one file for each."""

from collections.abc import Mapping

from partscounter.domain.notifications.languages.english import ENGLISH
from partscounter.domain.notifications.languages.french import FRENCH
from partscounter.domain.notifications.languages.german import GERMAN
from partscounter.domain.notifications.languages.spanish import SPANISH
from partscounter.domain.notifications.languages.wording import PageWording, Wording

__all__ = ["WORDINGS", "PageWording", "Wording", "wording_in"]

WORDINGS: Mapping[str, Wording] = {wording.language: wording for wording in (ENGLISH, FRENCH, GERMAN, SPANISH)}
"""By two letters."""


def wording_in(language: str) -> Wording:
    """The wording of `language`, which may name a region (`fr-CA`); English for one that is not here."""
    return WORDINGS.get(language[:2].lower(), ENGLISH)
