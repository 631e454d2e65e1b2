"""Accounts under real concurrency: a mail address, a code and a password link are each good once."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pyotp

from partscounter.database import Database, WriteTx
from partscounter.domain import accounts
from partscounter.domain.accounts import Account, EmailTaken, LastOperator, LinkSpent, Role, WrongCode
from partscounter.kit.clock import FixedClock
from partscounter.kit.refusal import Refusal
from tests.make.access import OPERATOR, make_dealers
from tests.make.accounts import hashed, make_account

THREADS = 8


def at_once(verb: Callable[[], object]) -> list[type[Refusal] | None]:
    """How each of THREADS calls at the same moment went."""
    together = threading.Barrier(THREADS)

    def attempt(_: int) -> type[Refusal] | None:
        together.wait(timeout=30)
        try:
            verb()
        except Refusal as refusal:
            return type(refusal)
        return None

    with ThreadPoolExecutor(THREADS) as pool:
        return list(pool.map(attempt, range(THREADS)))


def test_of_eight_accounts_under_one_address_one_is_made(database: Database) -> None:
    hashed()

    outcomes = at_once(lambda: make_account(database))

    assert sorted(outcomes, key=repr) == [EmailTaken] * (THREADS - 1) + [None]
    with database.read() as tx:
        assert len(accounts.list_accounts(tx)) == 1


def test_one_code_lets_one_in(database: Database, clock: FixedClock) -> None:
    account = make_account(database)
    secret = pyotp.random_base32()
    codes = pyotp.TOTP(secret)
    first = codes.at(clock.now() - timedelta(seconds=30))
    database.write(OPERATOR, lambda tx: accounts.begin_code(tx, account.id, secret, first))

    code = codes.at(clock.now())
    outcomes = at_once(lambda: database.write(OPERATOR, lambda tx: accounts.require_code(tx, account.id, code)))

    assert sorted(outcomes, key=repr) == [WrongCode] * (THREADS - 1) + [None]


def test_one_link_sets_one_password(database: Database) -> None:
    account = make_account(database)
    link = database.write(OPERATOR, lambda tx: accounts.sign_password_link(tx, account))
    secret = hashed("another password")

    def choose(tx: WriteTx) -> None:
        accounts.choose_password(tx, link, secret)

    outcomes = at_once(lambda: database.write(OPERATOR, choose))

    assert sorted(outcomes, key=repr) == [LinkSpent] * (THREADS - 1) + [None]
    with database.read() as tx:
        assert accounts.get_account(tx, account.id).password_number == 1


def test_of_operators_who_put_each_other_out_one_stays(database: Database) -> None:
    names = [f"operator{number}@parts.example" for number in range(4)]
    operators = [make_account(database, Role.OPERATOR, name) for name in names]
    together = threading.Barrier(len(operators))

    def put_out(account: Account) -> type[Refusal] | None:
        together.wait(timeout=30)
        try:
            if account.id % 2:
                database.write(OPERATOR, lambda tx: accounts.disable_account(tx, account.id))
            else:
                database.write(
                    OPERATOR, lambda tx: accounts.change_account(tx, account.id, role=Role.CLERK, dealer_ids=[1])
                )
        except Refusal as refusal:
            return type(refusal)
        return None

    make_dealers(database, 1)
    with ThreadPoolExecutor(len(operators)) as pool:
        outcomes = list(pool.map(put_out, operators))

    assert sorted(outcomes, key=repr) == [LastOperator, None, None, None]
    with database.read() as tx:
        left = [each for each in accounts.list_accounts(tx) if each.enabled and each.role is Role.OPERATOR]
    assert len(left) == 1
