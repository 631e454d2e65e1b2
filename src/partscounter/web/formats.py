"""Numbers, money, dates and distances as people of a place write them (CLDR, by Babel)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from importlib import import_module
from typing import Final

_REGIONS: Final[Mapping[str, str]] = {"en": "US", "fr": "FR", "de": "DE", "es": "ES"}
"""Where a language is taken to be spoken when the browser does not say."""
_COUNT_MILES: Final = frozenset({"US", "GB", "LR", "MM"})
_KILOMETRES_IN_A_MILE: Final = 1.609344


@dataclass(frozen=True, slots=True)
class Formats:
    """For one locale such as `de_CH`. Babel is loaded by the first text that needs it, not by the program's start."""

    locale: str

    @property
    def counts_miles(self) -> bool:
        """Whether distances are said in miles here."""
        return self.locale.rpartition("_")[2] in _COUNT_MILES

    def money(self, amount: Decimal | None, currency: str) -> str:
        """`1,234.50 USD` as it is written here; empty for no amount. Fractions of a cent are shown, never rounded."""
        if amount is None:
            return ""
        text: str = import_module("babel.numbers").format_currency(
            amount, currency, locale=self.locale, decimal_quantization=False
        )
        return text

    def number(self, value: float | Decimal) -> str:
        """With the separators of this place."""
        text: str = import_module("babel.numbers").format_decimal(value, locale=self.locale)
        return text

    def day(self, moment: datetime | date | None) -> str:
        """A date, short and with the month's name; empty for none."""
        return self._of_dates("format_date", moment, "medium")

    def moment(self, moment: datetime | None) -> str:
        """Date and time in UTC, to the minute; empty for none."""
        text = self._of_dates("format_datetime", moment, "short")
        return f"{text} UTC" if text else ""

    def distance(self, miles: float) -> str:
        """In whole miles or kilometres, whichever this place counts in."""
        if self.counts_miles:
            return f"{self.number(round(miles))} mi"
        return f"{self.number(round(miles * _KILOMETRES_IN_A_MILE))} km"

    def _of_dates(self, function: str, moment: datetime | date | None, width: str) -> str:
        if moment is None:
            return ""
        return str(getattr(import_module("babel.dates"), function)(moment, format=width, locale=self.locale))


@cache
def formats(locale: str) -> Formats:
    """For a locale that `locale_of` made."""
    return Formats(locale)


def locale_of(language: str, accepted: str) -> str:
    """`language` as it is written where the visitor is, by an Accept-Language header: `en` and `en-GB` is `en_GB`.

    A region that CLDR does not know for the language is not taken.
    """
    for part in accepted.split(","):
        tag = part.partition(";")[0].strip()
        spoken, _, region = tag.partition("-")
        if spoken.lower() == language and len(region) == len("US") and region.isalpha() and region.isascii():
            return _known(f"{language}_{region.upper()}", language)
    return f"{language}_{_REGIONS.get(language, 'US')}"


@cache
def _known(locale: str, language: str) -> str:
    exists = import_module("babel.localedata").exists(locale)
    return locale if exists else f"{language}_{_REGIONS.get(language, 'US')}"
