"""Looking for accounts, on both engines."""

from partscounter.database import Database
from partscounter.domain import accounts
from partscounter.domain.accounts import AccountSearch, Role
from tests.make.access import OPERATOR, emitted, make_dealers
from tests.make.accounts import make_account


def test_a_search_finds_what_holds_all_that_is_asked(database: Database) -> None:
    make_dealers(database, 1, 2)
    clerk = make_account(database, Role.CLERK, "a_clerk@x.example", dealer_ids=[1])
    make_account(database, Role.CLERK, "both@x.example", dealer_ids=[1, 2])
    make_account(database, Role.MANAGER, "manager@x.example", dealer_ids=[2])
    make_account(database, Role.OPERATOR, "operator@x.example")
    database.write(OPERATOR, lambda tx: accounts.disable_account(tx, clerk.id))

    def found(after: str = "", limit: int = 100, **wanted: object) -> list[str]:
        with database.read() as tx:
            search = AccountSearch(**wanted)  # type: ignore[arg-type]  # each by its own type
            listed = accounts.search_accounts(tx, search, after=after, limit=limit)
            return [account.email.partition("@")[0] for account in listed]

    assert found() == ["a_clerk", "both", "manager", "operator"]
    assert found(after="a_clerk@x.example", limit=2) == ["both", "manager"]
    assert found(text="A_CLERK") == ["a_clerk"]
    assert found(text="pat counter", roles=frozenset({Role.MANAGER})) == ["manager"]
    assert found(enabled=False) == ["a_clerk"]
    assert found(dealer_id=2) == ["both", "manager"]
    assert found(only_of=frozenset({1})) == ["a_clerk"]
    assert found(only_of=frozenset({1, 2})) == ["a_clerk", "both", "manager"]
    assert found(only_of=frozenset()) == []


def test_who_is_given_a_link_is_in_the_log_and_the_link_is_not(database: Database) -> None:
    account = make_account(database)

    link = database.write(OPERATOR, lambda tx: accounts.give_password_link(tx, account.id))

    assert emitted(database)[-1] == ("account.link_given", f"account:{account.id}", {})
    with database.read() as tx:
        assert accounts.read_password_link(tx, link) == account
