"""Access under real concurrency: one name is given once, and a disabled credential gets no one in any more."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from partscounter.database import Database
from partscounter.domain import access
from partscounter.domain.access import Authenticator, Product
from partscounter.domain.access.request_log import list_requests, note_requests, read_caught
from partscounter.kit.clock import FixedClock
from tests.make.access import OPERATOR, SECRET, emitted, make_credential, make_dealers, make_secret, read_credential
from tests.make.request_log import caught

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


def test_options_changed_at_the_same_moment_all_count(database: Database) -> None:
    credential = make_credential(database, options={"kept": True})
    together = threading.Barrier(THREADS)

    def change(number: int) -> None:
        together.wait(timeout=30)
        database.write(OPERATOR, lambda tx: access.change_options(tx, credential.id, {f"option{number}": "set"}))

    with ThreadPoolExecutor(THREADS) as pool:
        list(pool.map(change, range(THREADS)))

    expected = {"kept": True, **{f"option{number}": "set" for number in range(THREADS)}}
    assert read_credential(database, credential.id).options == expected


def test_a_change_of_limits_leaves_options_that_change_meanwhile(database: Database) -> None:
    credential = make_credential(database)
    together = threading.Barrier(2)

    def change_limits() -> None:
        together.wait(timeout=30)
        database.write(
            OPERATOR, lambda tx: access.change_limits(tx, credential.id, scopes=["read"], requests_per_minute=7)
        )

    def change_options() -> None:
        together.wait(timeout=30)
        database.write(OPERATOR, lambda tx: access.change_options(tx, credential.id, {"format": "xml"}))

    with ThreadPoolExecutor(2) as pool:
        for running in [pool.submit(change_limits), pool.submit(change_options)]:
            running.result()

    now = read_credential(database, credential.id)
    assert (now.scopes, now.requests_per_minute, now.options) == (frozenset({"read"}), 7, {"format": "xml"})


def test_processes_that_note_requests_do_not_get_in_each_others_way(database: Database, clock: FixedClock) -> None:
    credentials = [make_credential(database, name=f"client{number}") for number in range(3)]
    together = threading.Barrier(THREADS)

    def note(number: int) -> None:
        requests = [read_caught(caught(clock, each.id, request_id=f"{number}")) for each in credentials]
        together.wait(timeout=30)
        database.write(OPERATOR, lambda tx: note_requests(tx, requests[:: 1 if number % 2 else -1], kept=5))

    with ThreadPoolExecutor(THREADS) as pool:
        list(pool.map(note, range(THREADS)))
    together = threading.Barrier(1)
    note(THREADS)  # on PostgreSQL those before did not see each other's

    with database.read() as tx:
        assert [len(list_requests(tx, each.id)) for each in credentials] == [5, 5, 5]
