"""Accounts: who belongs where, links to choose a password, and what the log says."""

from datetime import timedelta

import pytest

from partscounter.database import Database
from partscounter.domain import accounts
from partscounter.domain.accounts import EmailTaken, InvalidAccount, LastOperator, LinkSpent, Role
from partscounter.kit.clock import FixedClock
from partscounter.kit.refusal import Violation
from tests.make.access import OPERATOR, emitted, make_dealers
from tests.make.accounts import EMAIL, hashed, make_account


def test_an_account_is_of_one_person_with_one_role(database: Database, clock: FixedClock) -> None:
    make_dealers(database, 1, 2)

    account = make_account(database, Role.CLERK, " Pat@Parts.Example ", dealer_ids=[1, 2])

    assert (account.email, account.role, account.dealer_ids) == (EMAIL, Role.CLERK, frozenset({1, 2}))
    assert account.created_at == clock.now()
    assert [account.sees_dealer(dealer) for dealer in (1, 2, 3)] == [True, True, False]
    assert emitted(database) == [
        (
            "account.set",
            f"account:{account.id}",
            {"email": EMAIL, "role": "clerk", "dealers": [1, 2], "customer": None, "enabled": True},
        )
    ]


def test_names_every_wrong_field_at_once(database: Database) -> None:
    with pytest.raises(InvalidAccount) as refused:
        database.write(
            OPERATOR, lambda tx: accounts.create_account(tx, email="nobody", name=" ", role=Role.MANAGER, customer_id=1)
        )

    assert refused.value.violations == (
        Violation("email", "must be a mail address", "nobody"),
        Violation("dealers", "a manager works for at least one dealer"),
        Violation("customer", "a customer's account, and no other, stands for a customer"),
        Violation("name", "must be 1 to 200 printable characters", ""),
    )
    assert emitted(database) == []


def test_a_mail_address_has_one_account(database: Database) -> None:
    first = make_account(database)

    with pytest.raises(EmailTaken):
        make_account(database, email=EMAIL.upper())

    with database.read() as tx:
        assert accounts.list_accounts(tx) == [first]


def test_a_change_is_felt_and_kept(database: Database) -> None:
    make_dealers(database, 1)
    make_account(database, email="another@parts.example")
    account = make_account(database)

    changed = database.write(
        OPERATOR, lambda tx: accounts.change_account(tx, account.id, role=Role.MANAGER, dealer_ids=[1])
    )
    with pytest.raises(InvalidAccount):
        database.write(OPERATOR, lambda tx: accounts.change_account(tx, account.id, role=Role.CLERK, dealer_ids=[]))

    with database.read() as tx:
        assert accounts.get_account(tx, account.id) == changed
    assert (changed.role, changed.dealer_ids) == (Role.MANAGER, frozenset({1}))
    assert len(emitted(database)) == 3


def test_the_last_operator_who_can_sign_in_stays(database: Database) -> None:
    make_dealers(database, 1)
    account = make_account(database)
    database.write(
        OPERATOR, lambda tx: accounts.create_account(tx, email="new@x.example", name="New", role=Role.OPERATOR)
    )

    with pytest.raises(LastOperator):
        database.write(OPERATOR, lambda tx: accounts.disable_account(tx, account.id))
    with pytest.raises(LastOperator):
        database.write(OPERATOR, lambda tx: accounts.change_account(tx, account.id, role=Role.CLERK, dealer_ids=[1]))

    with database.read() as tx:
        assert accounts.get_account(tx, account.id) == account


def test_a_password_link_works_once_and_for_three_days(database: Database, clock: FixedClock) -> None:
    account = make_account(database)
    link = database.write(OPERATOR, lambda tx: accounts.sign_password_link(tx, account))

    clock.advance(timedelta(days=3))
    with database.read() as tx:
        assert accounts.read_password_link(tx, link) == account
    clock.advance(timedelta(seconds=1))
    with database.read() as tx, pytest.raises(LinkSpent):
        accounts.read_password_link(tx, link)
    newer = database.write(OPERATOR, lambda tx: accounts.sign_password_link(tx, account))
    database.write(OPERATOR, lambda tx: accounts.set_password(tx, account.id, hashed("another password")))
    for spent in (newer, f"{newer}x", "1-0-0.1.x", ""):
        with database.read() as tx, pytest.raises(LinkSpent):
            accounts.read_password_link(tx, spent)
