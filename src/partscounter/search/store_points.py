"""Where the stores are, read from the database now and then."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from partscounter.database import Database
from partscounter.domain import dealers
from partscounter.domain.dealers import Store
from partscounter.kit.clock import Clock
from partscounter.search.places import Point, locate_address

_FRESH_FOR = timedelta(seconds=5)


class KnownStorePoints:
    """The places of all stores by id, a few seconds old at most: a store's own point, or that of its address."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._known: tuple[datetime, Mapping[int, Point]] | None = None

    def __call__(self) -> Mapping[int, Point]:
        known, now = self._known, self._clock.now()
        if known is not None and now - known[0] < _FRESH_FOR:
            return known[1]
        with self._database.read() as tx:
            stores = dealers.load_stores(tx)
        points = {id_: point for id_, store in stores.items() if (point := point_of_store(store)) is not None}
        self._known = (now, points)
        return points


def point_of_store(store: Store) -> Point | None:
    """The store's own point, else that of its address; None if neither is known."""
    if store.latitude is not None and store.longitude is not None:
        return Point(store.latitude, store.longitude)
    return locate_address(store.address)
