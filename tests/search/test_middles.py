"""The middle of a part number, of every length: found exactly where the number holds it in one piece."""

from pathlib import Path

import pytest

from partscounter.search import Batch, Filter, SortKey, TantivyReader, TantivyWriter
from partscounter.search.keywords import Word
from tests.make.search import a_document

NUMBER = "157b2210x994k31abcabcab"
SCRAMBLED = (
    "b2210x157994k31abcabcab",  # every run of four and nearly every run of six, in another order
    "157b22",
    "10x994k31abcabcab",
    "157b2210",
    "0x994k31",
    "cabcabcabc",
)


@pytest.mark.parametrize("length", range(4, 20))
def test_a_middle_is_found_where_a_number_holds_it_in_one_piece(tmp_path: Path, length: int) -> None:
    numbers = {1: (NUMBER,), 2: SCRAMBLED[:1], 3: SCRAMBLED[1:3], 4: SCRAMBLED[3:5], 5: SCRAMBLED[5:]}
    with TantivyWriter(tmp_path) as writer:
        documents = (a_document(uid, words=(), part_numbers=each) for uid, each in numbers.items())
        writer.apply(Batch(tuple(documents)), 1)
    view = TantivyReader(tmp_path).view()

    for start in range(len(NUMBER) - length + 1):
        middle = NUMBER[start : start + length]
        holders = [uid for uid, held in numbers.items() if any(middle in number for number in held)]
        found = view.top(Filter(keywords=Word(middle)), SortKey.PRICE, descending=False, offset=0, limit=9)
        assert found == (len(holders), holders), middle
        assert 1 in holders
