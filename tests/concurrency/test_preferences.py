"""Preferences under real concurrency: clicks at the same moment all count."""

import threading
from concurrent.futures import ThreadPoolExecutor

from partscounter.database import Database
from partscounter.domain import notifications
from partscounter.domain.notifications import Group
from tests.make.counter import TESTER, make_counter
from tests.make.preferences import changes_of, muted_of, unsubscribe_link


def test_eight_clicks_at_once_switch_eight_groups_off(database: Database) -> None:
    counter = make_counter(database, customers_choose=True)
    links = [unsubscribe_link(database, counter, group) for group in Group]
    together = threading.Barrier(len(links))

    def click(link: str) -> None:
        together.wait(timeout=30)
        database.write(TESTER, lambda tx: notifications.unsubscribe(tx, link))

    with ThreadPoolExecutor(len(links)) as pool:
        list(pool.map(click, links))

    assert muted_of(database, counter) == {group.value for group in Group}
    assert len(changes_of(database, counter)) == len(Group)
