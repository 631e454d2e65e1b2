"""Links of customers, as mails carry them, and what they change."""

from partscounter.database import Database
from partscounter.database.log import events_of
from partscounter.domain import customers
from partscounter.domain.notifications import Group
from partscounter.domain.notifications.preferences import sign_preferences_link, sign_unsubscribe_link
from tests.make.counter import TESTER, Counter


def preferences_link(database: Database, counter: Counter) -> str:
    return database.write(TESTER, lambda tx: sign_preferences_link(tx, counter.customer, counter.dealer))


def unsubscribe_link(database: Database, counter: Counter, group: Group) -> str:
    return database.write(TESTER, lambda tx: sign_unsubscribe_link(tx, counter.customer, counter.dealer, group))


def muted_of(database: Database, counter: Counter) -> frozenset[str]:
    """The groups that the counter's customer has switched off."""
    with database.read() as tx:
        customer = customers.get_customer(tx, counter.customer.id)
    assert customer is not None
    return customer.muted


def changes_of(database: Database, counter: Counter) -> list[tuple[str, object, object]]:
    """Kind, groups off and groups off before, of each event of the counter's customer."""
    with database.read() as tx:
        events = events_of(tx, f"customer:{counter.customer.id}")
    return [(event.kind, event.data["muted"], event.data["muted_before"]) for event in events]
