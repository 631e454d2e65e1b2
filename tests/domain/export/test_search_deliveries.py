"""Looking for tries to hand orders over, on both engines."""

from partscounter.database import Database
from partscounter.domain.export import push
from partscounter.domain.export.push import DeliverySearch
from partscounter.kit.clock import FixedClock
from tests.make.push import Pushing

DOWN = "http://127.0.0.1:9/"


def test_tries_are_found_by_all_that_is_asked(database: Database, clock: FixedClock) -> None:
    pushing = Pushing(database, clock, DOWN)
    first, second = pushing.place(), pushing.place()
    while pushing.run():
        pass
    dealer_id = pushing.counter.dealer.id
    older, newer = pushing.deliveries()

    def found(before: int | None = None, **wanted: object) -> list[int]:
        with database.read() as tx:
            search = DeliverySearch(**wanted)  # type: ignore[arg-type]  # each by its own type
            return [delivery.id for delivery in push.search_deliveries(tx, search, before=before)]

    assert {older.order_id, newer.order_id} == {first.id, second.id}
    assert found() == found(failed_only=True) == found(dealer_ids=frozenset({dealer_id})) == [newer.id, older.id]
    assert found(before=newer.id) == found(order_number=older.order_number) == [older.id]
    assert found(order_number="unknown") == found(dealer_ids=frozenset({dealer_id + 1})) == []
    with database.read() as tx:
        assert push.find_dealer_of_delivery(tx, older.id) == dealer_id
        assert push.find_dealer_of_delivery(tx, newer.id + 1) is None
