"""The page on which somebody stops waiting for a part."""

import httpx
import pytest

from partscounter.database import Database
from partscounter.domain.leads import wants
from partscounter.domain.leads.wants import Want
from partscounter.domain.notifications import LEAD_WORDINGS
from tests.make.access import emitted
from tests.make.counter import TESTER
from tests.make.wants import wait_for


def link_to(database: Database, want: Want) -> str:
    return "/wants/" + database.write(TESTER, lambda tx: wants.sign_end_link(tx, want))


def waiting(database: Database) -> int:
    with database.read() as tx:
        return len(wants.list_waiting(tx))


def test_looking_changes_nothing(visitor: httpx.Client, sqlite_database: Database) -> None:
    address = link_to(sqlite_database, wait_for(sqlite_database))

    page = visitor.get(address)

    assert page.status_code == 200
    assert "You would no longer be written to about: Volvo VNL Brake Drum." in page.text
    assert page.headers["cache-control"] == "no-store"
    assert waiting(sqlite_database) == 1


def test_the_button_ends_it_once(visitor: httpx.Client, sqlite_database: Database) -> None:
    address = link_to(sqlite_database, wait_for(sqlite_database))

    pages = [visitor.post(address), visitor.post(address), visitor.get(address)]

    assert [page.status_code for page in pages] == [200, 200, 200]
    for page in pages:
        assert "From now on you are not written to about: Volvo VNL Brake Drum." in page.text
        assert "<form" not in page.text
    assert waiting(sqlite_database) == 0
    assert [kind for kind, _, _ in emitted(sqlite_database)].count("want.ended") == 1


def test_a_link_that_was_not_given_out_is_unknown(visitor: httpx.Client, sqlite_database: Database) -> None:
    want = wait_for(sqlite_database)
    good = link_to(sqlite_database, want)

    for bad in ("/wants/1.1.AAAA", good[:-1], good.replace("/1.", "/2.", 1), "/wants/x"):
        assert visitor.get(bad).status_code == 404
        assert visitor.post(bad).status_code == 404
    assert waiting(sqlite_database) == 1


@pytest.mark.parametrize("language", LEAD_WORDINGS)
def test_speaks_the_language_of_who_waits(visitor: httpx.Client, sqlite_database: Database, language: str) -> None:
    address = link_to(sqlite_database, wait_for(sqlite_database, language=language))

    page = visitor.get(address)

    assert f'<html lang="{language}"' in page.text
    assert LEAD_WORDINGS[language].end_button in page.text
