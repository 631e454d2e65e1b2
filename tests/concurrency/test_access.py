"""Access under real concurrency: one name is given once, and a disabled credential gets no one in any more."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from partscounter.database import Database
from partscounter.domain import access
from partscounter.domain.access import Authenticator, Product
from partscounter.kit.clock import FixedClock
from tests.make.access import OPERATOR, SECRET, emitted, make_credential, make_dealers, make_secret, read_credential

THREADS = 8
GUESTS = 3


def test_of_eight_creations_of_one_name_one_wins(database: Database) -> None:
    make_secret()
    together = threading.Barrier(THREADS)

    def attempt(_: int) -> access.Credential | None:
        together.wait(timeout=30)
        try:
            return make_credential(database, name="same")
        except access.CredentialNameTaken:
            return None

    with ThreadPoolExecutor(THREADS) as pool:
        outcomes = list(pool.map(attempt, range(THREADS)))

    winners = [outcome for outcome in outcomes if outcome is not None]
    assert len(winners) == 1
    with database.read() as tx:
        assert access.list_credentials(tx) == (winners[0],)
    assert [subject for _, subject, _ in emitted(database)] == [f"credential:{winners[0].id}"]


def test_grants_at_the_same_moment_all_count(database: Database) -> None:
    make_dealers(database, *range(1, THREADS + 1), 99)
    credential = make_credential(database)
    together = threading.Barrier(THREADS)

    def grant(dealer_id: int) -> None:
        together.wait(timeout=30)
        database.write(OPERATOR, lambda tx: access.grant_dealers(tx, credential.id, [dealer_id, 99]))

    with ThreadPoolExecutor(THREADS) as pool:
        list(pool.map(grant, range(1, THREADS + 1)))

    assert read_credential(database, credential.id).dealer_ids == frozenset({*range(1, THREADS + 1), 99})


@pytest.mark.parametrize("by", ["basic", "bearer"])
def test_nobody_who_starts_after_the_disabling_gets_in(database: Database, clock: FixedClock, by: str) -> None:
    credential = make_credential(database)
    authenticator = Authenticator(database, clock)
    token = authenticator.issue_token(authenticator.client(Product.CAT, "td00-demo", SECRET)).access_token
    disabled = threading.Event()
    came_in = threading.Semaphore(0)

    def come_in() -> access.Credential:
        if by == "basic":
            return authenticator.basic(Product.CAT, "td00-demo", SECRET)
        return authenticator.bearer(Product.CAT, token)

    def keep_coming() -> bool:
        """Until refused; whether any attempt begun after the disabling was let in."""
        while True:
            too_late = disabled.is_set()
            try:
                come_in()
            except access.AuthenticationFailed:
                return False
            came_in.release()
            if too_late:
                return True

    with ThreadPoolExecutor(GUESTS) as pool:
        threads = [pool.submit(keep_coming) for _ in range(GUESTS)]
        for _ in range(GUESTS):
            assert came_in.acquire(timeout=30)
        database.write(OPERATOR, lambda tx: access.disable_credential(tx, credential.id))
        disabled.set()

        assert [thread.result(timeout=30) for thread in threads] == [False] * GUESTS


def test_two_processes_asking_for_the_first_key_both_get_good_tokens(database: Database, clock: FixedClock) -> None:
    credential = make_credential(database)
    authenticators = [Authenticator(database, clock) for _ in range(2)]

    with ThreadPoolExecutor(2) as pool:
        tokens = list(pool.map(lambda one: one.issue_token(credential).access_token, authenticators))

    for authenticator in authenticators:
        for token in tokens:
            assert authenticator.bearer(Product.CAT, token) == credential
