"""No dealer is called as a part of the program's own address space."""

import pytest

from partscounter.asgi import build_asgi
from partscounter.database import Database
from partscounter.domain import dealers
from partscounter.domain.dealers import OWN_PATHS, NameTaken
from partscounter.kit.clock import FixedClock
from partscounter.web.dispatch import Dispatcher
from tests.make.app import make_app
from tests.make.counter import TESTER


@pytest.mark.parametrize("name", ["org", "enterprise_id"])
def test_a_name_that_could_not_be_reached_is_refused(sqlite_database: Database, name: str) -> None:
    with pytest.raises(NameTaken, match=f"{name} shop is part of the program's own addresses"):
        sqlite_database.write(TESTER, lambda tx: dealers.register_dealer(tx, name="Shop", **{name: "shop"}))

    with sqlite_database.read() as tx:
        assert dealers.list_dealers(tx) == []


def test_every_door_of_the_program_is_among_them(sqlite_database: Database, clock: FixedClock) -> None:
    root = build_asgi(make_app(sqlite_database, clock))
    assert isinstance(root, Dispatcher)

    assert {first for first in root.first_segments if first is not None} <= OWN_PATHS
