"""Every text of a page is said in every language: nothing is missing, and nothing is left over."""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

SOURCE = Path(__file__).parents[2] / "src/partscounter"
STOREFRONT = SOURCE / "storefront"
LANGUAGES = ("fr", "de", "es")
_ONE = re.compile(r"""\bt\(\s*"([^"]+)\"""")
_ONE_QUOTED = re.compile(r"""\bt\(\s*'([^']+)'""")
_MANY = re.compile(r"""\bt\.count\(\s*"([^"]+)",\s*"([^"]+)\"""")
_PLACE = re.compile(r"\{(\w+)\}")

Text = str | tuple[str, ...]


@dataclass(frozen=True)
class Area:
    """Pages whose texts have a folder of translations of their own."""

    name: str
    folder: Path
    files: tuple[Path, ...]

    def used(self) -> set[Text]:
        found: set[Text] = set()
        for file in self.files:
            text = file.read_text()
            found |= {*_ONE.findall(text), *_ONE_QUOTED.findall(text), *_MANY.findall(text)}
        return found

    def translated(self, language: str) -> dict[Text, Text]:
        with (self.folder / f"{language}.po").open("rb") as file:
            return {message.id: message.string for message in read_po(file) if message.id}


def _area_of(folder: Path) -> Area:
    code = folder.parent
    templates = STOREFRONT / "templates" / code.name if code.is_relative_to(STOREFRONT) else code / "templates"
    if code == STOREFRONT:
        return Area("storefront", folder, (*(STOREFRONT / "templates").glob("*.html"), *code.glob("*.py")))
    return Area(code.name, folder, (*templates.rglob("*.html"), *code.rglob("*.py")))


AREAS = {area.name: area for area in map(_area_of, [SOURCE / "entrance/languages", *STOREFRONT.rglob("languages")])}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", sorted(AREAS))
def test_every_text_is_translated(name: str, language: str) -> None:
    """By the area's own texts or by those of the frame, which an area need not repeat."""
    frame = AREAS["storefront"].translated(language) if AREAS[name].folder.is_relative_to(STOREFRONT) else {}
    used, own = AREAS[name].used(), AREAS[name].translated(language)

    assert used - set(own) - set(frame) == set(), "not translated"
    assert set(own) - used == set(), "not used"
    assert [text for text, said in own.items() if not all(said if isinstance(said, tuple) else (said,))] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", sorted(AREAS))
def test_a_translation_names_the_places_to_fill_in_that_the_text_has(name: str, language: str) -> None:
    for text, said in AREAS[name].translated(language).items():
        texts, saids = (each if isinstance(each, tuple) else (each,) for each in (text, said))
        places = set(_PLACE.findall(texts[-1]))

        assert [set(_PLACE.findall(each)) for each in saids] == [places] * len(saids), text


def test_the_areas_of_the_shop_are_found() -> None:
    assert {"entrance", "storefront", "machines"} <= set(AREAS)
