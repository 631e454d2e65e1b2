"""Which dealers' data a credential sees, and how that is granted and revoked."""

import pytest

from partscounter.database import Database
from partscounter.domain import access
from partscounter.kit.refusal import Violation
from tests.make.access import OPERATOR, emitted, make_credential, make_dealers, read_credential


def test_sees_only_the_dealers_granted(database: Database) -> None:
    make_dealers(database, 1, 2)

    credential = make_credential(database, dealer_ids=[1])

    assert credential.sees_dealer(1)
    assert not credential.sees_dealer(2)


def test_without_dealers_sees_none(database: Database) -> None:
    assert not make_credential(database).sees_dealer(1)


def test_with_all_dealers_sees_those_created_later_too(database: Database) -> None:
    credential = make_credential(database, all_dealers=True)
    make_dealers(database, 7)

    assert credential.sees_dealer(7)
    assert credential.dealer_ids == frozenset()


def test_grants_add_up_and_say_what_is_seen_now(database: Database) -> None:
    make_dealers(database, 1, 2, 3)
    credential = make_credential(database, dealer_ids=[1])

    granted = database.write(OPERATOR, lambda tx: access.grant_dealers(tx, credential.id, [1, 3]))

    assert granted.dealer_ids == frozenset({1, 3})
    assert read_credential(database, credential.id) == granted
    assert emitted(database)[1:] == [
        (
            "credential.dealers_granted",
            f"credential:{credential.id}",
            {"product": "cat", "name": "td00-demo", "dealer_ids": [1, 3], "all_dealers": False},
        )
    ]


def test_revokes_what_was_granted(database: Database) -> None:
    make_dealers(database, 1, 2)
    credential = make_credential(database, dealer_ids=[1, 2], all_dealers=True)

    fewer = database.write(OPERATOR, lambda tx: access.revoke_dealers(tx, credential.id, [2, 9]))
    fewest = database.write(OPERATOR, lambda tx: access.revoke_dealers(tx, credential.id, all_dealers=True))

    assert (fewer.dealer_ids, fewer.all_dealers) == (frozenset({1}), True)
    assert (fewest.dealer_ids, fewest.all_dealers) == (frozenset({1}), False)
    assert [kind for kind, _, _ in emitted(database)] == [
        "credential.created",
        "credential.dealers_revoked",
        "credential.dealers_revoked",
    ]


def test_changing_nothing_emits_nothing(database: Database) -> None:
    make_dealers(database, 1)
    credential = make_credential(database, dealer_ids=[1], all_dealers=True)

    same = database.write(OPERATOR, lambda tx: access.grant_dealers(tx, credential.id, [1], all_dealers=True))
    again = database.write(OPERATOR, lambda tx: access.revoke_dealers(tx, credential.id, [2]))

    assert same == again == credential
    assert len(emitted(database)) == 1


def test_refuses_dealers_that_do_not_exist_and_grants_none_of_the_others(database: Database) -> None:
    make_dealers(database, 1)
    credential = make_credential(database)

    with pytest.raises(access.UnknownDealers) as refused:
        database.write(OPERATOR, lambda tx: access.grant_dealers(tx, credential.id, [1, 9, 8]))
    with pytest.raises(access.UnknownDealers):
        make_credential(database, name="new", dealer_ids=[9])

    assert refused.value.violations == (
        Violation("dealer_ids", "no such dealer", 8),
        Violation("dealer_ids", "no such dealer", 9),
    )
    assert read_credential(database, credential.id) == credential
    assert len(emitted(database)) == 1
