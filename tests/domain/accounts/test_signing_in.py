"""Signing in: passwords, sessions, the second factor, and guessing slowed down."""

from datetime import timedelta

import pyotp
import pytest

from partscounter.database import Database
from partscounter.domain import accounts
from partscounter.domain.accounts import Origin, Role, Session, SignInRefused, TooManyFailures, WrongCode
from partscounter.kit.clock import FixedClock
from tests.make.access import OPERATOR
from tests.make.accounts import EMAIL, PASSWORD, hashed, make_account

HERE = Origin("192.0.2.7", "Firefox")


def enter(database: Database, password: str = PASSWORD, email: str = EMAIL, origin: Origin = HERE) -> Session | None:
    token = accounts.sign_in(database, OPERATOR, email, password, origin)
    with database.read() as tx:
        return accounts.find_session(tx, token)


def code_at(secret: str, clock: FixedClock) -> str:
    return pyotp.TOTP(secret).at(clock.now())


def switch_on(database: Database, clock: FixedClock, account_id: int) -> str:
    secret = pyotp.random_base32()
    code = code_at(secret, clock)
    database.write(OPERATOR, lambda tx: accounts.begin_code(tx, account_id, secret, code))
    return secret


def test_the_right_password_starts_a_session(database: Database, clock: FixedClock) -> None:
    account = make_account(database)

    session = enter(database, email=f" {EMAIL.upper()} ")

    assert session == Session(
        id=session.id if session else 0,
        account=account,
        started_at=clock.now(),
        expires_at=clock.now() + timedelta(hours=12),
        confirmed=True,
        address="192.0.2.7",
        browser="Firefox",
    )


@pytest.mark.parametrize(("email", "password"), [(EMAIL, "wrong"), ("nobody@parts.example", PASSWORD), ("", "")])
def test_anything_else_starts_none(database: Database, email: str, password: str) -> None:
    account = make_account(database)

    with pytest.raises(SignInRefused, match=r"^The mail address or the password is not right\.$"):
        enter(database, password, email)

    with database.read() as tx:
        assert accounts.list_sessions(tx, account.id) == []


def test_an_invited_person_has_no_password_to_sign_in_with(database: Database) -> None:
    database.write(OPERATOR, lambda tx: accounts.create_account(tx, email=EMAIL, name="Pat", role=Role.OPERATOR))

    with pytest.raises(SignInRefused):
        enter(database, "")


def test_ten_wrong_passwords_close_the_account_for_a_quarter_of_an_hour(
    sqlite_database: Database, clock: FixedClock
) -> None:
    make_account(sqlite_database)
    for number in range(10):
        with pytest.raises(SignInRefused):
            enter(sqlite_database, "wrong", origin=Origin(f"192.0.2.{number}", ""))

    with pytest.raises(TooManyFailures) as refused:
        enter(sqlite_database)

    assert refused.value.retry_after == 15 * 60
    clock.advance(timedelta(minutes=15, seconds=1))
    assert enter(sqlite_database) is not None


def test_fifty_wrong_names_close_the_address_and_no_other(sqlite_database: Database) -> None:
    make_account(sqlite_database)
    for number in range(50):
        with pytest.raises(SignInRefused):
            enter(sqlite_database, "wrong", f"guess-{number}@parts.example")

    with pytest.raises(TooManyFailures):
        enter(sqlite_database)
    assert enter(sqlite_database, origin=Origin("198.51.100.1", "")) is not None


def test_a_session_ends_in_time_and_with_its_account(database: Database, clock: FixedClock) -> None:
    make_account(database, email="another@parts.example")
    account = make_account(database)
    token = accounts.sign_in(database, OPERATOR, EMAIL, PASSWORD, HERE)

    clock.advance(timedelta(hours=12))
    with database.read() as tx:
        assert accounts.find_session(tx, token) is None
    again = accounts.sign_in(database, OPERATOR, EMAIL, PASSWORD, HERE)
    database.write(OPERATOR, lambda tx: accounts.disable_account(tx, account.id))

    with database.read() as tx:
        assert accounts.find_session(tx, again) is None
    with pytest.raises(SignInRefused):
        enter(database)


def test_a_new_password_ends_all_other_sessions(database: Database) -> None:
    account = make_account(database)
    mine, other = enter(database), enter(database)
    assert mine is not None
    assert other is not None

    new = hashed("another password")
    database.write(OPERATOR, lambda tx: accounts.set_password(tx, account.id, new, keep_session=mine.id))

    with database.read() as tx:
        assert [each.id for each in accounts.list_sessions(tx, account.id)] == [mine.id]
    with pytest.raises(SignInRefused):
        enter(database)


def test_with_a_second_factor_the_session_waits_for_its_code(database: Database, clock: FixedClock) -> None:
    account = make_account(database)
    secret = switch_on(database, clock, account.id)
    clock.advance(timedelta(seconds=60))

    session = enter(database)
    assert session is not None
    assert not session.confirmed
    with pytest.raises(WrongCode):
        accounts.confirm_session(database, OPERATOR, session, "000000x", HERE.address)
    accounts.confirm_session(database, OPERATOR, session, code_at(secret, clock), HERE.address)

    with database.read() as tx:
        assert [each.confirmed for each in accounts.list_sessions(tx, account.id)] == [True]


def test_a_code_is_taken_once(database: Database, clock: FixedClock) -> None:
    account = make_account(database)
    secret = switch_on(database, clock, account.id)

    with pytest.raises(WrongCode):
        database.write(OPERATOR, lambda tx: accounts.require_code(tx, account.id, code_at(secret, clock)))
    clock.advance(timedelta(seconds=30))
    database.write(OPERATOR, lambda tx: accounts.require_code(tx, account.id, code_at(secret, clock)))
    with pytest.raises(WrongCode):
        database.write(OPERATOR, lambda tx: accounts.require_code(tx, account.id, code_at(secret, clock)))


@pytest.mark.parametrize(("seconds", "is_taken"), [(-31, False), (29, True), (61, False)])
def test_a_phone_may_be_half_a_minute_off(
    sqlite_database: Database, clock: FixedClock, seconds: int, is_taken: bool
) -> None:
    account = make_account(sqlite_database)
    secret = pyotp.random_base32()
    code = pyotp.TOTP(secret).at(clock.now() + timedelta(seconds=seconds))

    try:
        sqlite_database.write(OPERATOR, lambda tx: accounts.begin_code(tx, account.id, secret, code))
    except WrongCode:
        assert not is_taken
    with sqlite_database.read() as tx:
        assert accounts.get_account(tx, account.id).has_code is is_taken
