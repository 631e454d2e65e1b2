"""Every language can say everything, and nothing that it is not asked to fill in."""

from collections.abc import Mapping
from dataclasses import asdict
from string import Formatter

import pytest

from partscounter.domain.fulfilment import TrackingStatus
from partscounter.domain.notifications import WORDINGS, Group, Wording, wording_in

LANGUAGES = pytest.mark.parametrize("wording", WORDINGS.values(), ids=WORDINGS)


def texts_of(value: object, path: str = "") -> dict[str, str]:
    """Every text of a wording by its place."""
    if isinstance(value, Mapping):
        return {key: text for name, each in value.items() for key, text in texts_of(each, f"{path}/{name}").items()}
    return {path: str(value)}


def places_in(wording: Wording) -> dict[str, set[str | None]]:
    """What is to be filled into each text."""
    texts = texts_of(asdict(wording))
    return {key: {name for _, name, _, _ in Formatter().parse(text) if name} for key, text in texts.items()}


@LANGUAGES
def test_has_a_headline_for_every_status_and_a_name_for_every_group(wording: Wording) -> None:
    assert set(wording.headlines) == set(TrackingStatus)
    assert set(wording.page.groups) == set(Group)


@LANGUAGES
def test_leaves_no_text_empty_and_repeats_no_headline(wording: Wording) -> None:
    assert [key for key, text in texts_of(asdict(wording)).items() if not text] == []
    assert len({wording.confirmation, *wording.headlines.values()}) == len(TrackingStatus) + 1
    assert len(set(wording.page.groups.values())) == len(Group)


@LANGUAGES
def test_fills_in_what_english_fills_in(wording: Wording) -> None:
    assert places_in(wording) == places_in(WORDINGS["en"])


@pytest.mark.parametrize("wording", [each for each in WORDINGS.values() if each.language != "en"])
def test_is_not_english_under_another_name(wording: Wording) -> None:
    ours, english = texts_of(asdict(wording)), texts_of(asdict(WORDINGS["en"]))
    same = {key.rpartition("/")[2] for key, text in ours.items() if text == english[key]}

    assert same <= {"colon", "subject"}


@pytest.mark.parametrize(
    ("named", "spoken"),
    [("en", "en"), ("fr", "fr"), ("de", "de"), ("es", "es"), ("fr-CA", "fr"), ("DE", "de"), ("it", "en"), ("", "en")],
)
def test_finds_the_wording_of_a_language(named: str, spoken: str) -> None:
    assert wording_in(named).language == spoken
