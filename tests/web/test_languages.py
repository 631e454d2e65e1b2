"""Which language a page is in, and what it says where there is no translation."""

from pathlib import Path

import pytest

from partscounter.web.languages import best_language, translator

GERMAN = """msgid ""
msgstr ""
"Language: de\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "Hello {name}"
msgstr "Guten Tag, {name}"

msgid "{number} part"
msgid_plural "{number} parts"
msgstr[0] "{number} Teil"
msgstr[1] "{number} Teile"
"""


@pytest.mark.parametrize(
    ("wishes", "language"),
    [
        (("",), "en"),
        (("de",), "de"),
        (("de-AT,de;q=0.9,en;q=0.8",), "de"),
        (("en;q=0.5, fr;q=0.9",), "fr"),
        (("it, es;q=0.1",), "es"),
        (("de;q=0",), "en"),
        (("de;q=x, fr;q=0.1",), "fr"),
        (("", "es", "de"), "es"),
        (("xx", "FR"), "fr"),
    ],
)
def test_the_most_wanted_of_our_languages_is_taken(wishes: tuple[str, ...], language: str) -> None:
    assert best_language(*wishes) == language


def test_texts_are_said_in_the_language_with_their_values_and_their_number(tmp_path: Path) -> None:
    (tmp_path / "de.po").write_text(GERMAN, encoding="utf-8")
    said = translator((tmp_path,), "de")

    assert said("Hello {name}", name="Pat") == "Guten Tag, Pat"
    assert [said.count("{number} part", "{number} parts", n) for n in (1, 2)] == ["1 Teil", "2 Teile"]
    assert said("Not there") == "Not there"
    assert said.count("{number} box", "{number} boxes", 2) == "2 boxes"


def test_a_language_without_a_file_stays_english(tmp_path: Path) -> None:
    assert translator((tmp_path,), "fr")("Hello {name}", name="Pat") == "Hello Pat"
