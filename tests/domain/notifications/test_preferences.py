"""Preferences: changed by link only, kept as an event, counted where the dealer lets them count."""

import pytest

from partscounter.database import Database
from partscounter.domain import notifications
from partscounter.domain.notifications import Group, UnknownLink
from tests.make.counter import TESTER, make_counter
from tests.make.preferences import changes_of, muted_of, preferences_link, unsubscribe_link


def test_wants_everything_until_something_is_switched_off(database: Database) -> None:
    counter = make_counter(database, customers_choose=True)
    link = preferences_link(database, counter)

    with database.read() as tx:
        before = notifications.get_preferences(tx, link)
    after = database.write(TESTER, lambda tx: notifications.save_preferences(tx, link, set(Group) - {Group.ON_HOLD}))

    assert (before.wanted, before.counts) == (frozenset(Group), True)
    assert after.wanted == frozenset(Group) - {Group.ON_HOLD}
    assert muted_of(database, counter) == {"on_hold"}
    assert changes_of(database, counter) == [("customer.preferences_changed", ["on_hold"], [])]


def test_saving_the_same_again_is_no_event(database: Database) -> None:
    counter = make_counter(database)
    link = preferences_link(database, counter)

    for _ in range(2):
        database.write(TESTER, lambda tx: notifications.save_preferences(tx, link, [Group.PROBLEM]))

    assert len(changes_of(database, counter)) == 1
    assert len(muted_of(database, counter)) == len(Group) - 1


def test_unsubscribing_switches_one_group_off_and_no_other_on(database: Database) -> None:
    counter = make_counter(database, customers_choose=True)
    wanted = set(Group) - {Group.RELEASED}
    saved = preferences_link(database, counter)
    database.write(TESTER, lambda tx: notifications.save_preferences(tx, saved, wanted))
    link = unsubscribe_link(database, counter, Group.DELIVERED)

    for _ in range(2):
        done = database.write(TESTER, lambda tx: notifications.unsubscribe(tx, link))

    assert done.group is Group.DELIVERED
    assert muted_of(database, counter) == {"delivered", "released"}
    assert len(changes_of(database, counter)) == 2


def test_a_link_opens_one_door_only(database: Database) -> None:
    counter = make_counter(database)
    choose, leave = preferences_link(database, counter), unsubscribe_link(database, counter, Group.PROBLEM)

    with pytest.raises(UnknownLink):
        database.write(TESTER, lambda tx: notifications.save_preferences(tx, leave, []))
    with pytest.raises(UnknownLink):
        database.write(TESTER, lambda tx: notifications.unsubscribe(tx, choose))

    assert muted_of(database, counter) == frozenset()
    assert changes_of(database, counter) == []
