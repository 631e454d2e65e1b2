"""Bearer tokens: issued, verified, expired, revoked; and the keys that sign them."""

import base64
import json
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from joserfc import jwt
from joserfc.jwk import OctKey

from partscounter.database import Database
from partscounter.domain import access
from partscounter.domain.access import Authenticator, FailureReason, Product
from partscounter.domain.access.token import verify_token
from partscounter.kit.clock import FixedClock
from tests.make.access import OPERATOR, SECRET, emitted, make_credential, make_secret

FAR_KEY = OctKey.import_key(b"0123456789abcdef0123456789abcdef")


@pytest.fixture
def authenticator(database: Database, clock: FixedClock) -> Authenticator:
    return Authenticator(database, clock)


def refusal(authenticator: Authenticator, token: str, product: Product = Product.CAT) -> FailureReason:
    with pytest.raises(access.AuthenticationFailed) as failed:
        authenticator.bearer(product, token)
    return failed.value.reason


def part(token: str, index: int) -> dict[str, object]:
    """The header (0) or payload (1) of a token."""
    text = token.split(".")[index]
    decoded: dict[str, object] = json.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
    return decoded


def test_a_token_says_who_for_what_and_until_when(
    database: Database, authenticator: Authenticator, clock: FixedClock
) -> None:
    credential = make_credential(database, scopes=["api.orders/read", "api.orders/create"])

    token = authenticator.issue_token(credential)

    assert (token.expires_in, token.issued_at) == (3600, clock.now())
    assert token.scope == "api.orders/create api.orders/read"
    assert part(token.access_token, 0) == {"typ": "JWT", "alg": "HS256", "kid": "1"}
    claims = part(token.access_token, 1)
    assert len(str(claims.pop("jti"))) == 16
    assert claims == {
        "sub": str(credential.id),
        "product": "cat",
        "gen": 0,
        "iat": 1772443800,
        "exp": 1772447400,
        "scope": "api.orders/create api.orders/read",
    }


def test_no_two_tokens_are_equal(database: Database, authenticator: Authenticator) -> None:
    credential = make_credential(database)

    assert authenticator.issue_token(credential) != authenticator.issue_token(credential)


def test_lets_in_with_the_scopes_of_the_token(database: Database, authenticator: Authenticator) -> None:
    credential = make_credential(database, scopes=["api.orders/read", "api.orders/create"])
    token = authenticator.issue_token(credential, frozenset({"api.orders/read", "api.parts/read"}))

    admitted = authenticator.bearer(Product.CAT, token.access_token)

    assert admitted.id == credential.id
    assert admitted.scopes == frozenset({"api.orders/read"})
    assert admitted.allows("api.orders/read")
    assert not admitted.allows("api.orders/create")
    assert authenticator.take_uses() == {credential.id: token.issued_at}


def test_is_good_in_every_process(database: Database, authenticator: Authenticator, clock: FixedClock) -> None:
    credential = make_credential(database)
    token = authenticator.issue_token(credential)

    assert Authenticator(database, clock).bearer(Product.CAT, token.access_token) == credential


def test_expires_after_an_hour(database: Database, authenticator: Authenticator, clock: FixedClock) -> None:
    token = authenticator.issue_token(make_credential(database)).access_token

    clock.advance(timedelta(seconds=3599))
    authenticator.bearer(Product.CAT, token)
    clock.advance(timedelta(seconds=1))

    assert refusal(authenticator, token) is FailureReason.EXPIRED


def test_opens_no_other_product(database: Database, authenticator: Authenticator) -> None:
    token = authenticator.issue_token(make_credential(database)).access_token

    assert refusal(authenticator, token, Product.KEYLOOP) is FailureReason.OTHER_PRODUCT


def test_a_token_of_a_credential_that_is_gone_is_refused(database: Database, authenticator: Authenticator) -> None:
    gone = replace(make_credential(database), id=404)

    assert refusal(authenticator, authenticator.issue_token(gone).access_token) is FailureReason.UNKNOWN


def test_stops_with_its_credential_and_returns_with_it(database: Database, authenticator: Authenticator) -> None:
    credential = make_credential(database)
    token = authenticator.issue_token(credential).access_token

    database.write(OPERATOR, lambda tx: access.disable_credential(tx, credential.id))
    assert refusal(authenticator, token) is FailureReason.DISABLED
    database.write(OPERATOR, lambda tx: access.enable_credential(tx, credential.id))

    assert authenticator.bearer(Product.CAT, token) == credential


@pytest.mark.parametrize("revoke", [True, False])
def test_survives_a_rotation_of_the_secret_unless_revoked(
    database: Database, authenticator: Authenticator, revoke: bool
) -> None:
    credential = make_credential(database)
    before = authenticator.issue_token(credential).access_token
    secret = make_secret("another-secret")

    database.write(OPERATOR, lambda tx: access.rotate_secret(tx, credential.id, secret, revoke_tokens=revoke))

    # Asked for with the old secret, answered only after the rotation: counts as issued before.
    late = authenticator.issue_token(credential).access_token
    after = authenticator.issue_token(authenticator.client(Product.CAT, "td00-demo", "another-secret")).access_token
    assert authenticator.bearer(Product.CAT, after).id == credential.id
    for token in (before, late):
        if revoke:
            assert refusal(authenticator, token) is FailureReason.REVOKED
        else:
            assert authenticator.bearer(Product.CAT, token).id == credential.id


def test_refuses_a_token_signed_by_another(database: Database, authenticator: Authenticator) -> None:
    credential = make_credential(database)
    good = authenticator.issue_token(credential).access_token
    claims = part(good, 1)

    assert refusal(authenticator, jwt.encode({"alg": "HS256", "kid": "1"}, claims, FAR_KEY)) is (
        FailureReason.BAD_SIGNATURE
    )
    assert refusal(authenticator, jwt.encode({"alg": "HS256", "kid": "99"}, claims, FAR_KEY)) is (
        FailureReason.BAD_SIGNATURE
    )
    assert refusal(authenticator, good[:-4] + "AAAA") is FailureReason.BAD_SIGNATURE


def test_refuses_every_other_algorithm(database: Database, authenticator: Authenticator) -> None:
    good = authenticator.issue_token(make_credential(database)).access_token
    header, payload, signature = good.split(".")

    for algorithm in ("none", "HS512", "RS256"):
        forged = base64.urlsafe_b64encode(json.dumps({"alg": algorithm, "kid": "1"}).encode()).decode().rstrip("=")
        for sealed in ("", signature):
            assert refusal(authenticator, f"{forged}.{payload}.{sealed}") is FailureReason.BAD_SIGNATURE
    assert authenticator.bearer(Product.CAT, f"{header}.{payload}.{signature}").name == "td00-demo"


@pytest.mark.parametrize("key_id", ["0", "-1", "01", "x", "", "1" * 19, "\u0661", 1, None, ["1"], {"a": 1}])
def test_refuses_an_impossible_key_id_without_asking_the_database(key_id: object) -> None:
    def find(_: int) -> None:
        raise AssertionError("the database was asked")

    header = base64.urlsafe_b64encode(json.dumps({"alg": "HS256", "kid": key_id}).encode()).decode().rstrip("=")

    with pytest.raises(access.AuthenticationFailed) as failed:
        verify_token(f"{header}.e30.AAAA", find)
    assert failed.value.reason is FailureReason.MALFORMED_TOKEN


@settings(max_examples=50, deadline=None, derandomize=True)
@given(st.one_of(st.text(), st.text(alphabet="eyJ0.-_=A9"), st.binary().map(lambda raw: f"e30.{raw.hex()}.x")))
def test_any_other_text_is_just_not_valid(text: str) -> None:
    with pytest.raises(access.AuthenticationFailed):
        verify_token(text, lambda _: FAR_KEY)


@pytest.mark.parametrize("text", ["", "..", "a.b.c", "x" * 10_000, "ä.ö.ü"])
def test_a_malformed_token_is_said_to_be_one(authenticator: Authenticator, text: str) -> None:
    assert refusal(authenticator, text) is FailureReason.MALFORMED_TOKEN


def test_the_first_key_is_made_once(database: Database) -> None:
    first = database.write(OPERATOR, access.ensure_signing_key)

    assert database.write(OPERATOR, access.ensure_signing_key) == first


def test_after_a_rotation_the_old_key_still_verifies_until_its_tokens_expired(
    database: Database, authenticator: Authenticator, clock: FixedClock
) -> None:
    credential = make_credential(database)
    old = authenticator.issue_token(credential).access_token

    key = database.write(OPERATOR, access.rotate_signing_key)

    new = authenticator.issue_token(credential).access_token
    assert part(new, 0)["kid"] == str(key.id)
    assert part(old, 0)["kid"] != str(key.id)
    for token in (old, new):
        assert authenticator.bearer(Product.CAT, token) == credential
    clock.advance(timedelta(hours=1))
    assert refusal(authenticator, old) is FailureReason.BAD_SIGNATURE
    assert emitted(database)[1:] == [("signing_key.rotated", f"signing_key:{key.id}", {"old_kept": True})]


def test_a_leaked_key_is_forgotten_within_a_minute(
    database: Database, authenticator: Authenticator, clock: FixedClock
) -> None:
    credential = make_credential(database)
    old = authenticator.issue_token(credential).access_token

    database.write(OPERATOR, lambda tx: access.rotate_signing_key(tx, keep_old=False))

    assert refusal(Authenticator(database, clock), old) is FailureReason.BAD_SIGNATURE
    clock.advance(timedelta(minutes=1))
    assert refusal(authenticator, old) is FailureReason.BAD_SIGNATURE
    new = authenticator.issue_token(credential).access_token
    assert authenticator.bearer(Product.CAT, new) == credential


def test_rotating_again_forgets_keys_whose_tokens_have_expired(database: Database, clock: FixedClock) -> None:
    for _ in range(3):
        database.write(OPERATOR, access.rotate_signing_key)
        clock.advance(timedelta(hours=2))
    authenticator = Authenticator(database, clock)
    token = authenticator.issue_token(make_credential(database, secret=SECRET))

    assert part(token.access_token, 0)["kid"] == "3"
    assert len([kind for kind, _, _ in emitted(database) if kind == "signing_key.rotated"]) == 3
