"""Secrets: made, rotated with and without grace, verified, and shown nowhere."""

import traceback
from datetime import timedelta

import pytest

from partscounter.database import Database
from partscounter.domain import access
from partscounter.domain.access import Authenticator, FailureReason, Product
from partscounter.domain.access.signing_key import SigningKey
from partscounter.domain.access.verified_secrets import VerifiedSecrets
from partscounter.kit.clock import FixedClock
from tests.make.access import OPERATOR, OTHER_SECRET, SECRET, emitted, make_credential, make_secret, read_credential


def test_makes_a_random_secret_where_none_is_given() -> None:
    one, two = access.new_secret(), access.new_secret()

    assert len(one.plain) == 43
    assert one.plain != two.plain
    assert one.hash.startswith("$argon2id$v=19$m=19456,t=2,p=1$")


def test_refuses_an_empty_secret() -> None:
    with pytest.raises(ValueError, match="empty"):
        access.new_secret("")


def test_the_old_secret_stops_at_once(database: Database, clock: FixedClock) -> None:
    credential = make_credential(database)
    authenticator = Authenticator(database, clock)
    authenticator.basic(Product.CAT, "td00-demo", SECRET)

    database.write(OPERATOR, lambda tx: access.rotate_secret(tx, credential.id, make_secret(OTHER_SECRET)))

    with pytest.raises(access.AuthenticationFailed) as failed:
        authenticator.basic(Product.CAT, "td00-demo", SECRET)
    assert failed.value.reason is FailureReason.WRONG_SECRET
    assert authenticator.basic(Product.CAT, "td00-demo", OTHER_SECRET).id == credential.id
    assert emitted(database)[1:] == [
        (
            "credential.secret_rotated",
            f"credential:{credential.id}",
            {"product": "cat", "name": "td00-demo", "previous_until": None, "tokens_revoked": False},
        )
    ]


def test_in_its_grace_the_old_secret_is_good_beside_the_new_one(database: Database, clock: FixedClock) -> None:
    credential = make_credential(database)
    authenticator = Authenticator(database, clock)
    grace = timedelta(hours=1)
    rotated = database.write(
        OPERATOR, lambda tx: access.rotate_secret(tx, credential.id, make_secret(OTHER_SECRET), grace=grace)
    )

    for secret in (SECRET, OTHER_SECRET):
        assert authenticator.basic(Product.CAT, "td00-demo", secret) == rotated
    with pytest.raises(access.AuthenticationFailed):
        authenticator.basic(Product.CAT, "td00-demo", "wrong")
    clock.advance(grace - timedelta(microseconds=1))
    assert authenticator.basic(Product.CAT, "td00-demo", SECRET) == rotated
    clock.advance(timedelta(microseconds=1))
    with pytest.raises(access.AuthenticationFailed):
        authenticator.basic(Product.CAT, "td00-demo", SECRET)
    assert authenticator.basic(Product.CAT, "td00-demo", OTHER_SECRET) == rotated


def test_a_second_rotation_ends_the_grace_of_the_first(database: Database, clock: FixedClock) -> None:
    credential = make_credential(database)
    database.write(
        OPERATOR,
        lambda tx: access.rotate_secret(tx, credential.id, make_secret(OTHER_SECRET), grace=timedelta(hours=1)),
    )

    database.write(OPERATOR, lambda tx: access.rotate_secret(tx, credential.id, make_secret("third")))

    authenticator = Authenticator(database, clock)
    for stopped in (SECRET, OTHER_SECRET):
        with pytest.raises(access.AuthenticationFailed):
            authenticator.basic(Product.CAT, "td00-demo", stopped)
    assert authenticator.basic(Product.CAT, "td00-demo", "third").id == credential.id


def test_no_repr_event_or_traceback_shows_a_secret_or_a_hash(database: Database, clock: FixedClock) -> None:
    credential = make_credential(database, scopes=["api.orders/read"])
    until = timedelta(hours=1)
    rotated = database.write(
        OPERATOR, lambda tx: access.rotate_secret(tx, credential.id, make_secret(OTHER_SECRET), grace=until)
    )
    authenticator = Authenticator(database, clock)
    token = authenticator.issue_token(authenticator.client(Product.CAT, "td00-demo", SECRET))
    form = {"grant_type": ["client_credentials"], "client_id": ["td00-demo"], "client_secret": [SECRET]}
    try:
        authenticator.basic(Product.CAT, "td00-demo", "wrong-secret")
    except access.AuthenticationFailed as failed:
        trace = "".join(traceback.format_exception(failed)).replace('"wrong-secret"', "")
        said = f"{failed} {failed!r} {trace}"

    shown = [
        repr(thing)
        for thing in (
            rotated,
            read_credential(database, credential.id),
            make_secret(),
            token,
            access.read_token_request(form, None),
            SigningKey(1, b"signing-secret", clock.now()),
            authenticator,
            emitted(database),
        )
    ]

    for text in (*shown, said):
        for hidden in (SECRET, OTHER_SECRET, "wrong-secret", "signing-secret", "argon2id", token.access_token):
            assert hidden not in text


def test_remembers_verified_secrets_up_to_its_capacity() -> None:
    verified = VerifiedSecrets(capacity=2)
    verified.remember(1, "hash", "one")
    verified.remember(2, "hash", "two")
    assert verified.knows(1, "hash", "one")

    verified.remember(3, "hash", "three")

    assert len(verified) == 2
    assert verified.knows(1, "hash", "one")
    assert not verified.knows(2, "hash", "two")
    assert verified.knows(3, "hash", "three")


def test_knows_no_other_secret_hash_or_credential() -> None:
    verified = VerifiedSecrets()
    verified.remember(1, "hash", "one")

    assert not verified.knows(1, "hash", "One")
    assert not verified.knows(1, "another hash", "one")
    assert not verified.knows(2, "hash", "one")
