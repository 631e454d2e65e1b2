"""Authentication by name and secret: one answer outside, the reason inside, and no second hash for a known secret."""

from collections.abc import Callable
from datetime import timedelta
from time import process_time

import pytest

from partscounter.database import Database
from partscounter.domain import access
from partscounter.domain.access import Authenticator, FailureReason, Product
from partscounter.kit.clock import FixedClock
from tests.make.access import OPERATOR, SECRET, make_credential, read_credential


@pytest.fixture
def authenticator(database: Database, clock: FixedClock) -> Authenticator:
    return Authenticator(database, clock)


def failure(attempt: Callable[[], object]) -> tuple[FailureReason, str, str]:
    """Reason, name and message of the authentication that must fail."""
    with pytest.raises(access.AuthenticationFailed) as failed:
        attempt()
    return failed.value.reason, failed.value.name, failed.value.message


def cpu_seconds(attempt: Callable[[], object]) -> float:
    """The least of three runs, each of which must fail."""

    def once() -> float:
        start = process_time()
        failure(attempt)
        return process_time() - start

    return min(once() for _ in range(3))


def test_lets_in_by_name_and_secret(database: Database, authenticator: Authenticator) -> None:
    credential = make_credential(database)

    assert authenticator.basic(Product.CAT, "td00-demo", SECRET) == credential
    assert authenticator.client(Product.CAT, "td00-demo", SECRET) == credential


def test_says_the_same_outside_whatever_the_reason(database: Database, authenticator: Authenticator) -> None:
    make_credential(database)
    disabled = make_credential(database, name="gone")
    database.write(OPERATOR, lambda tx: access.disable_credential(tx, disabled.id))
    message = "The credentials are missing or not valid."

    assert failure(lambda: authenticator.basic(Product.CAT, "nobody", SECRET)) == (
        FailureReason.UNKNOWN,
        "nobody",
        message,
    )
    assert failure(lambda: authenticator.basic(Product.CAT, "td00-demo", "wrong")) == (
        FailureReason.WRONG_SECRET,
        "td00-demo",
        message,
    )
    assert failure(lambda: authenticator.basic(Product.CAT, "gone", SECRET)) == (
        FailureReason.DISABLED,
        "gone",
        message,
    )
    assert failure(lambda: authenticator.basic(Product.ECAT, "td00-demo", SECRET))[0] is FailureReason.UNKNOWN


@pytest.mark.parametrize(("name", "secret"), [("", ""), ("td00-demo", ""), ("\ud800", "\udfff"), ("a\x00", "\x00")])
def test_odd_input_is_just_not_valid(database: Database, authenticator: Authenticator, name: str, secret: str) -> None:
    make_credential(database)

    failure(lambda: authenticator.basic(Product.CAT, name, secret))


def test_a_disabled_credential_is_refused_though_its_secret_is_remembered(
    database: Database, authenticator: Authenticator
) -> None:
    credential = make_credential(database)
    authenticator.basic(Product.CAT, "td00-demo", SECRET)

    database.write(OPERATOR, lambda tx: access.disable_credential(tx, credential.id))

    assert failure(lambda: authenticator.basic(Product.CAT, "td00-demo", SECRET))[0] is FailureReason.DISABLED


def test_an_unknown_name_costs_as_much_as_a_wrong_secret(database: Database, authenticator: Authenticator) -> None:
    make_credential(database)
    authenticator.basic(Product.CAT, "td00-demo", SECRET)

    wrong = cpu_seconds(lambda: authenticator.basic(Product.CAT, "td00-demo", "wrong"))
    unknown = cpu_seconds(lambda: authenticator.basic(Product.CAT, "nobody", "wrong"))

    # Both hash once, which takes far longer than all the rest; a missing hash would be a factor of ten.
    assert unknown / 3 < wrong < unknown * 3


def test_a_secret_verified_once_is_not_hashed_again(database: Database, authenticator: Authenticator) -> None:
    make_credential(database)
    authenticator.basic(Product.CAT, "td00-demo", SECRET)
    one_hash = cpu_seconds(lambda: authenticator.basic(Product.CAT, "nobody", SECRET))

    start = process_time()
    for _ in range(5):
        authenticator.basic(Product.CAT, "td00-demo", SECRET)

    assert process_time() - start < 5 * one_hash / 2


def test_recognizes_at_once_only_whom_it_has_verified(
    database: Database, authenticator: Authenticator, clock: FixedClock
) -> None:
    credential = make_credential(database)
    assert authenticator.recognize(Product.CAT, "td00-demo", SECRET) is None
    assert authenticator.take_uses() == {}
    authenticator.basic(Product.CAT, "td00-demo", SECRET)
    authenticator.take_uses()
    clock.advance(timedelta(minutes=1))

    assert authenticator.recognize(Product.CAT, "td00-demo", SECRET) == credential
    assert authenticator.take_uses() == {credential.id: clock.now()}
    assert authenticator.recognize(Product.CAT, "td00-demo", "wrong") is None
    assert authenticator.recognize(Product.CAT, "nobody", SECRET) is None
    assert authenticator.recognize(Product.INVENTORY, "td00-demo", SECRET) is None
    database.write(OPERATOR, lambda tx: access.disable_credential(tx, credential.id))
    assert authenticator.recognize(Product.CAT, "td00-demo", SECRET) is None


def test_notes_uses_at_most_once_a_minute(database: Database, authenticator: Authenticator, clock: FixedClock) -> None:
    credential = make_credential(database)
    first = clock.now()

    def come_in_and_note() -> None:
        authenticator.basic(Product.CAT, "td00-demo", SECRET)
        uses = authenticator.take_uses()
        assert uses == {credential.id: clock.now()}
        database.write(OPERATOR, lambda tx: access.note_uses(tx, uses))

    assert authenticator.take_uses() == {}
    come_in_and_note()
    assert read_credential(database, credential.id).last_used_at == first
    clock.advance(timedelta(seconds=59))
    come_in_and_note()
    assert read_credential(database, credential.id).last_used_at == first
    clock.advance(timedelta(seconds=1))
    come_in_and_note()
    assert read_credential(database, credential.id).last_used_at == first + timedelta(minutes=1)


def test_a_failed_attempt_is_no_use(database: Database, authenticator: Authenticator) -> None:
    make_credential(database)

    failure(lambda: authenticator.basic(Product.CAT, "td00-demo", "wrong"))

    assert authenticator.take_uses() == {}
