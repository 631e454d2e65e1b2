"""The demo world holds what the printed requests name."""

from partscounter.database import Database
from partscounter.demo import create_world, world_exists
from partscounter.domain import assets, dealers, export, inventory, orders


def test_makes_the_world_once(database: Database) -> None:
    assert not world_exists(database)

    create_world(database)
    create_world(database)

    assert world_exists(database)
    with database.read() as tx:
        assert [dealer.dealer_code for dealer in dealers.list_dealers(tx)] == ["TD00", "TD01"]


def test_holds_the_orders_that_the_documents_print(database: Database) -> None:
    create_world(database)

    with database.read() as tx:
        dealer = dealers.find_dealer_by_code(tx, "TD00")
        assert dealer is not None
        waiting = [(order.id, order.number) for order in export.list_waiting(tx, dealer.id, after=0)]
        twice = orders.list_submissions(tx, dealer.id, "631F4C43-361B-4385-A1EC-7D214B5B4EBE")
        document = orders.find_order_by_document(tx, dealer.id, "00C112685")

    assert waiting[:3] == [(117159, "6385-020915-17"), (356509, "6385-031318-392"), (378430, "6385-031318-392-1")]
    assert [order.id for order in twice] == [356509, 378430]
    assert document is not None
    assert [(line.code, line.quantity) for line in document.lines] == [("1R-1801", 6), ("1R-1808", 4), ("1A-1135", 10)]


def test_holds_the_machine_and_the_part_that_the_documents_print(database: Database) -> None:
    create_world(database)

    with database.read() as tx:
        store = dealers.find_store_by_enterprise(tx, "sample", "sample")
        assert store is not None
        part = inventory.find_part(tx, store.id, part_id="S7654321")
        assert assets.get_asset(tx, "JD81N5L8RV1NKDL").serial_number == "2MJ23425"
    assert part is not None
    assert part.terms.vehicle_references == ("KEYNUMBER",)
