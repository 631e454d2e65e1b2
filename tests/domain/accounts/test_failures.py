"""Whose failures count together."""

from functools import partial

import pytest

from partscounter.database import Database
from partscounter.domain.accounts import TooManyFailures
from partscounter.domain.accounts.failures import MOST_OF_ADDRESS, note_failure, refuse_guessing
from tests.make.access import OPERATOR


def test_the_addresses_of_one_network_count_as_one(database: Database) -> None:
    for number in range(MOST_OF_ADDRESS):
        address = f"2001:db8:1:2::{number:x}"
        database.write(OPERATOR, partial(note_failure, email=f"guess-{number}", address=address))

    with database.read() as tx:
        with pytest.raises(TooManyFailures):
            refuse_guessing(tx, "pat@parts.example", "2001:db8:1:2:ffff::1")
        refuse_guessing(tx, "pat@parts.example", "2001:db8:1:3::1")
        refuse_guessing(tx, "pat@parts.example", "testclient")
