"""A search that finds nothing is remembered to be counted; none that finds something is."""

import pytest

from partscounter.domain.leads.empty_searches import SearchedWords
from tests.make.yard import Yard


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("Unheard%20Of/*/*", SearchedWords("unheard of")),
        ("*/PETERBILT/*?keywords=unheard", SearchedWords(make="peterbilt", keywords="unheard")),
        ("*/*/*?keywords=unheard&result_size=all", SearchedWords(keywords="unheard")),
    ],
)
def test_counts_what_was_searched_for(sqlite_yard: Yard, address: str, words: SearchedWords) -> None:
    for _ in range(2):
        assert sqlite_yard.client().get(f"/inventory/search/{address}").status_code == 200

    assert sqlite_yard.app.empty_searches.take() == {words: 2}


@pytest.mark.parametrize("address", ["*/*/*", "*/*/*?page_number=1000", "*/*/*?distance=x"])
def test_counts_no_other_search(sqlite_yard: Yard, address: str) -> None:
    sqlite_yard.client().get(f"/inventory/search/{address}")

    assert sqlite_yard.app.empty_searches.take() == {}
