"""Credentials are created, found, listed, disabled and enabled."""

from types import MappingProxyType

import pytest

from partscounter.database import Database, WriteTx
from partscounter.domain import access
from partscounter.domain.access import Product
from partscounter.kit.clock import FixedClock
from partscounter.kit.refusal import Violation
from tests.make.access import OPERATOR, emitted, make_credential, make_dealers, make_secret, read_credential


def test_creates_a_credential_with_everything_it_may_do(database: Database, clock: FixedClock) -> None:
    make_dealers(database, 1, 2, 3)

    created = database.write(
        OPERATOR,
        lambda tx: access.create_credential(
            tx,
            product=Product.KEYLOOP,
            name="sample-demo",
            secret=make_secret(),
            dealer_ids=[3, 1],
            scopes=["api.orders/read", "api.orders/create"],
            is_admin=True,
            options={"numeric_expires_in": True, "line": "automotive", "window_hours": 24},
            requests_per_minute=30,
        ),
    )

    assert created == access.Credential(
        id=created.id,
        product=Product.KEYLOOP,
        name="sample-demo",
        created_at=clock.now(),
        secret_hash=make_secret().hash,
        dealer_ids=frozenset({1, 3}),
        scopes=frozenset({"api.orders/read", "api.orders/create"}),
        is_admin=True,
        options=MappingProxyType({"numeric_expires_in": True, "line": "automotive", "window_hours": 24}),
        requests_per_minute=30,
    )
    assert read_credential(database, created.id) == created
    assert emitted(database) == [
        (
            "credential.created",
            f"credential:{created.id}",
            {
                "product": "keyloop",
                "name": "sample-demo",
                "dealer_ids": [1, 3],
                "all_dealers": False,
                "scopes": ["api.orders/create", "api.orders/read"],
                "is_admin": True,
            },
        )
    ]


def test_names_every_wrong_field_at_once(database: Database) -> None:
    with pytest.raises(access.InvalidCredential) as refused:
        database.write(
            OPERATOR,
            lambda tx: access.create_credential(
                tx,
                product=Product.CAT,
                name="a:b\x00",
                secret=make_secret(),
                scopes=["two words"],
                requests_per_minute=0,
            ),
        )

    assert refused.value.violations == (
        Violation("name", "must be 1 to 200 printable characters", "a:b\x00"),
        Violation("name", "must not contain a colon: HTTP Basic could not carry it", "a:b\x00"),
        Violation("scopes", "must be words without blanks, quotes or backslashes", "two words"),
        Violation("requests_per_minute", "must be at least 1", 0),
    )
    assert emitted(database) == []


def test_refuses_a_second_credential_of_one_name_in_a_product(database: Database) -> None:
    first = make_credential(database, product=Product.ECAT, name="admin")

    with pytest.raises(access.CredentialNameTaken):
        make_credential(database, product=Product.ECAT, name="admin", secret="another-secret")

    assert read_credential(database, first.id) == first
    assert len(emitted(database)) == 1


def test_a_name_taken_does_not_spoil_the_transaction_of_a_verb_that_goes_on(database: Database) -> None:
    make_credential(database, name="admin")

    def create_or_find(tx: WriteTx) -> access.Credential | None:
        try:
            return access.create_credential(tx, product=Product.CAT, name="admin", secret=make_secret())
        except access.CredentialNameTaken:
            return access.find_credential(tx, Product.CAT, "admin")

    found = database.write(OPERATOR, create_or_find)

    assert found is not None
    assert found.name == "admin"


def test_one_name_can_stand_in_two_products(database: Database) -> None:
    ecat = make_credential(database, product=Product.ECAT, name="admin")
    inventory = make_credential(database, product=Product.INVENTORY, name="admin")

    with database.read() as tx:
        assert access.find_credential(tx, Product.ECAT, "admin") == ecat
        assert access.find_credential(tx, Product.INVENTORY, "admin") == inventory
        assert access.find_credential(tx, Product.CAT, "admin") is None


@pytest.mark.parametrize("name", ["", "nobody", "ADMIN", "a\x00b", "\ud800", "x" * 100_000, "' or 1=1 --"])
def test_finds_nothing_under_any_other_text(database: Database, name: str) -> None:
    make_credential(database, name="admin")

    with database.read() as tx:
        assert access.find_credential(tx, Product.CAT, name) is None


def test_refuses_an_unknown_id(database: Database) -> None:
    with database.read() as tx, pytest.raises(access.CredentialNotFound):
        access.get_credential(tx, 404)
    for verb in (access.disable_credential, access.enable_credential, access.grant_dealers, access.revoke_dealers):
        with pytest.raises(access.CredentialNotFound):
            database.write(OPERATOR, lambda tx, verb=verb: verb(tx, 404))


def test_lists_in_pages_by_product_and_by_the_dealer_seen(database: Database) -> None:
    make_dealers(database, 1, 2)
    one = make_credential(database, name="one", dealer_ids=[1])
    two = make_credential(database, name="two", dealer_ids=[1, 2])
    every = make_credential(database, product=Product.INVENTORY, name="webshop", all_dealers=True)

    with database.read() as tx:
        assert access.list_credentials(tx) == (one, two, every)
        assert access.list_credentials(tx, limit=2) == (one, two)
        assert access.list_credentials(tx, after_id=two.id, limit=2) == (every,)
        assert access.list_credentials(tx, product=Product.CAT) == (one, two)
        assert access.list_credentials(tx, dealer_id=2) == (two, every)


def test_disables_once_and_enables_once(database: Database) -> None:
    credential = make_credential(database)

    for _ in range(2):
        disabled = database.write(OPERATOR, lambda tx: access.disable_credential(tx, credential.id))
        assert not disabled.enabled
        assert read_credential(database, credential.id) == disabled
    for _ in range(2):
        enabled = database.write(OPERATOR, lambda tx: access.enable_credential(tx, credential.id))
        assert enabled == credential
        assert read_credential(database, credential.id) == credential

    subject, data = f"credential:{credential.id}", {"product": "cat", "name": "td00-demo"}
    assert emitted(database)[1:] == [
        ("credential.disabled", subject, data),
        ("credential.enabled", subject, data),
    ]
