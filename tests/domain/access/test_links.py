"""Signed links: good for what they were made for, for as long as their key is known, and not to be made by others."""

from datetime import timedelta

import pytest

from partscounter.database import Database
from partscounter.domain import access
from partscounter.domain.access.signing_key import LINK_LIFETIME
from partscounter.kit.clock import FixedClock
from tests.make.access import OPERATOR


def sign(database: Database, purpose: str = "choose", subject: str = "17.3") -> str:
    return database.write(OPERATOR, lambda tx: access.sign_link(tx, purpose, subject))


def read(database: Database, link: str, purpose: str = "choose") -> str | None:
    with database.read() as tx:
        return access.read_link(tx, purpose, link)


def rotate(database: Database, *, keep_old: bool = True) -> None:
    database.write(OPERATOR, lambda tx: access.rotate_signing_key(tx, keep_old=keep_old))


def test_says_what_it_was_made_for(database: Database) -> None:
    link = sign(database)

    assert read(database, link) == "17.3"
    assert read(database, link, "another purpose") is None


def test_outlives_its_key_until_that_is_forgotten(database: Database, clock: FixedClock) -> None:
    link = sign(database)
    rotate(database)
    clock.advance(LINK_LIFETIME - timedelta(days=1))
    rotate(database)
    before = read(database, link)
    clock.advance(timedelta(days=2))
    rotate(database)

    assert (before, read(database, link)) == ("17.3", None)


def test_dies_with_a_leaked_key(database: Database) -> None:
    link = sign(database)
    rotate(database, keep_old=False)

    assert read(database, link) is None


@pytest.mark.parametrize(
    "forged",
    [
        "",
        ".",
        "..",
        "17.3",
        "17.3.1.",
        "17.3.1.AAAAAAAAAAAAAAAAAAAAAA",
        "18.3.{key}.{proof}",
        "17.3.x.{proof}",
        "17.3.0.{proof}",
        "17.3.2.{proof}",
        "17.3.{key}.{proof}=",
        "17.3.{key}.{proof}\N{LATIN SMALL LETTER E WITH ACUTE}",
        "x{proof}" * 40,
        "17.3.999999999999999999.{proof}",
        "17.3.99999999999999999999.{proof}",
    ],
)
def test_believes_no_other(sqlite_database: Database, forged: str) -> None:
    key, proof = sign(sqlite_database).split(".")[-2:]

    assert read(sqlite_database, forged.format(key=key, proof=proof)) is None
