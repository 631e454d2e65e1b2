"""Keywords as a user types them: how they are read, and what they find."""

from collections.abc import Iterator

import pytest

from partscounter.search import (
    Batch,
    Document,
    Filter,
    IndexReader,
    KeywordsTooComplex,
    SortKey,
    TantivyReader,
    TantivyWriter,
    parse_keywords,
)
from partscounter.search.keywords import AllOf, AnyOf, Word
from tests.make.search import a_document

RED, DOOR, HOOD = Word("red"), Word("door"), Word("hood")

STOCK = (
    a_document(1, words=("CAT 1R-1808 oil filter",), part_numbers=("1R-1808",)),
    a_document(2, words=("filter",), part_numbers=("1R1808",)),
    a_document(3, words=("ratio 3.70 rear axle",), part_numbers=("A23-17809-000", "RT 20 145")),
    a_document(4, words=("Détroit DD15; Meritor/Rockwell",), part_numbers=("12, 34",)),
    a_document(5, words=("red door", "left-hand"), part_numbers=()),
    a_document(6, words=("Дверь, 10 Ω; Ø 30",), part_numbers=()),
)


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[IndexReader]:
    folder = tmp_path_factory.mktemp("keywords")
    with TantivyWriter(folder) as writer:
        writer.apply(Batch(STOCK), 1)
        yield TantivyReader(folder)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("1R-1808", [1, 2]),
        ("1r1808", [1, 2]),
        ("1R.1808", [1, 2]),
        ("1r 1808", [1, 2]),
        ("1R/1808 filter", [1, 2]),
        ("oil 1r 1808", [1]),
        ("cat 1r 1808", [1]),
        ("a23 17809 000", [3]),
        ("RT 20 145", [3]),
        ("t 20 14", [3]),
        ("r t2 014 5", [3]),
        ("1808", [1, 2]),
        ("3.70", [3]),
        ("370", [3]),
        ("17809", [3]),
        ("a23-17809", [3]),
        ("RT-20145", [3]),
        ("rt20145", [3]),
        ("t201", [3]),
        ("145a", []),
        ("0145 000", [3]),
        ("809-0", [3]),
        ("780", []),
        ("1234", []),
        ("detroit", [4]),
        ("DÉTROIT rockwell", [4]),
        ("meritor/rockwell", [4]),
        ("lefthand", [5]),
        ("hand", [5]),
        ("filter oil", [1]),
        ("(oil filter)|(red door)", [1, 5]),
        ("filter (cat|axle)", [1]),
        ("*", [1, 2, 3, 4, 5, 6]),
        ("reddoor", []),
        ("дверь", [6]),
        ("ДВЕРЬ 10 \u2126", [6]),
        ("ø 30", [6]),
        ("ерь", []),
        ("red дверь", []),
        ("red|дверь", [5, 6]),
        ("окно", []),
        ("٢٠", []),
    ],
)
def test_finds(reader: IndexReader, typed: str, found: list[int]) -> None:
    wanted = Filter(keywords=parse_keywords(typed))

    assert reader.view().top(wanted, SortKey.PRICE, descending=False, offset=0, limit=10) == (len(found), found)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("", None),
        (" & -- ", None),
        ("()|(&)", None),
        ("red", RED),
        ("red RED", RED),
        ("red 😀", RED),
        ("дверь red", AllOf((RED, Word("дверь")))),
        ("red door|hood", AnyOf((AllOf((RED, DOOR)), HOOD))),
        ("red (door|hood)", AllOf((RED, AnyOf((DOOR, HOOD))))),
        ("(red)(door)", AllOf((RED, DOOR))),
        ("red) door", AllOf((RED, DOOR))),
        ("red (door|hood", AllOf((RED, AnyOf((DOOR, HOOD))))),
        ("|red||door|", AnyOf((RED, DOOR))),
        ("red ()", RED),
        ("1r 1808", AnyOf((Word("1r1808"), AllOf((Word("1r"), Word("1808")))))),
        ("heavy 12 door", AllOf((Word("heavy"), Word("12"), DOOR))),
        ("(1r)(1808)", AllOf((Word("1r"), Word("1808")))),
        (
            "dt 466 e",
            AnyOf(
                (
                    Word("dt466e"),
                    AllOf((Word("dt"), Word("466e"))),
                    AllOf((Word("dt466"), Word("e"))),
                    AllOf((Word("dt"), Word("466"), Word("e"))),
                )
            ),
        ),
        ("1 2 3 4 5", AllOf(tuple(Word(digit) for digit in "12345"))),
    ],
)
def test_reads_the_grammar_leniently(typed: str, read: object) -> None:
    assert parse_keywords(typed) == read


@pytest.mark.parametrize("typed", ["a" * 2_001, "a " * 101, "(" * 17 + "a"])
def test_refuses_what_is_too_complex(typed: str) -> None:
    with pytest.raises(KeywordsTooComplex) as refused:
        parse_keywords(typed)

    assert [violation.field for violation in refused.value.violations] == ["keywords"]


def test_as_many_words_and_parentheses_as_allowed_can_be_asked_for(reader: IndexReader) -> None:
    words = " ".join(f"w{number}" for number in range(100))
    wanted = Filter(keywords=parse_keywords("(" * 16 + words))

    assert reader.view().top(wanted, SortKey.PRICE, descending=False, offset=0, limit=10) == (0, [])


@pytest.mark.parametrize("uid", [0, -1, 2**32])
def test_a_document_needs_an_id_that_fits(uid: int) -> None:
    with pytest.raises(ValueError, match="an item id"):
        Document(uid, line=1, dealer_id=1, store_id=1, part_type_id=1, category_id=1)
