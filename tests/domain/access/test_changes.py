"""What a credential may do is changed in place; its next request feels it."""

import pytest

from partscounter.database import Database
from partscounter.domain import access
from partscounter.domain.access import Authenticator, CredentialNotFound, CredentialSearch, InvalidCredential, Product
from partscounter.kit.clock import FixedClock
from tests.make.access import OPERATOR, SECRET, emitted, make_credential, make_dealers, read_credential


def test_options_are_set_and_taken_away_and_the_others_stay(database: Database) -> None:
    known = make_credential(database, product=Product.INVENTORY, options={"line": "motorcycle", "format": "xml"})
    changes = {"format": None, "show_suggested": True, "filters": "category=USED"}

    changed = database.write(OPERATOR, lambda tx: access.change_options(tx, known.id, changes))

    assert changed.options == {"line": "motorcycle", "show_suggested": True, "filters": "category=USED"}
    assert read_credential(database, known.id) == changed
    assert emitted(database)[1:] == [
        (
            "credential.options_changed",
            f"credential:{known.id}",
            {"product": "inventory", "name": "td00-demo", "changes": changes},
        )
    ]


def test_options_that_are_so_already_change_nothing(database: Database) -> None:
    known = make_credential(database, options={"line": "motorcycle"})

    database.write(OPERATOR, lambda tx: access.change_options(tx, known.id, {"line": "motorcycle", "gone": None}))

    assert len(emitted(database)) == 1


def test_limits_count_for_tokens_issued_before(database: Database, clock: FixedClock) -> None:
    known = make_credential(database, scopes=["read", "write"], requests_per_minute=5)
    authenticator = Authenticator(database, clock)
    token = authenticator.issue_token(authenticator.client(Product.CAT, "td00-demo", SECRET)).access_token

    database.write(
        OPERATOR, lambda tx: access.change_limits(tx, known.id, scopes=["read", "list"], requests_per_minute=None)
    )

    now = authenticator.bearer(Product.CAT, token)
    assert (now.scopes, now.requests_per_minute) == (frozenset({"read"}), None)
    assert read_credential(database, known.id).scopes == frozenset({"read", "list"})
    assert emitted(database)[-1][0::2] == (
        "credential.limits_changed",
        {"product": "cat", "name": "td00-demo", "scopes": ["list", "read"], "requests_per_minute": None},
    )


@pytest.mark.parametrize("limit", [0, -1, 1_000_001])
def test_wrong_limits_are_refused(database: Database, limit: int) -> None:
    known = make_credential(database, scopes=["read"], requests_per_minute=5)

    with pytest.raises(InvalidCredential) as refused:
        database.write(
            OPERATOR, lambda tx: access.change_limits(tx, known.id, scopes=["a b"], requests_per_minute=limit)
        )

    assert [violation.field for violation in refused.value.violations] == ["scopes", "requests_per_minute"]
    assert read_credential(database, known.id) == known
    assert len(emitted(database)) == 1


def test_what_is_not_there_cannot_be_changed(database: Database) -> None:
    with pytest.raises(CredentialNotFound):
        database.write(OPERATOR, lambda tx: access.change_options(tx, 77, {"line": "motorcycle"}))
    with pytest.raises(CredentialNotFound):
        database.write(OPERATOR, lambda tx: access.change_limits(tx, 77, scopes=[], requests_per_minute=None))


def test_a_search_finds_what_holds_all_that_is_asked(database: Database) -> None:
    make_dealers(database, 1, 2, 3)
    own = make_credential(database, name="Own_1", dealer_ids=[1])
    both = make_credential(database, name="both", dealer_ids=[1, 2])
    make_credential(database, name="beyond", dealer_ids=[2, 3])
    make_credential(database, name="everything", all_dealers=True, dealer_ids=[1])
    nothing = make_credential(database, name="nothing")
    keyloop = make_credential(database, name="own-too", product=Product.KEYLOOP, dealer_ids=[1])
    database.write(OPERATOR, lambda tx: access.disable_credential(tx, keyloop.id))

    def found(**wanted: object) -> list[str]:
        with database.read() as tx:
            search = CredentialSearch(**wanted)  # type: ignore[arg-type]  # each by its own type
            return [each.name for each in access.search_credentials(tx, search)]

    assert found(only_of=frozenset({1})) == [own.name, "own-too"]
    assert found(only_of=frozenset({1, 2})) == [own.name, both.name, "own-too"]
    assert found(only_of=frozenset()) == []
    assert found(text="OWN_") == [own.name]
    assert found(product=Product.KEYLOOP) == ["own-too"]
    assert found(enabled=False) == ["own-too"]
    with database.read() as tx:
        assert access.search_credentials(tx, CredentialSearch(), after_id=both.id, limit=2)[-1].name == "everything"
        assert nothing in access.search_credentials(tx, CredentialSearch())
