"""A tracking update moves the units that it lists, once."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, timedelta
from urllib.parse import urlsplit

import pytest

from partscounter.database import Database
from partscounter.database.log import events_of
from partscounter.domain import fulfilment, orders
from partscounter.domain.fulfilment import PartNotOnDocument, Shipment, UnknownDocument, tracking_link
from partscounter.domain.orders import LineState, OrderState, Quantities
from partscounter.kit.clock import FixedClock
from tests.make.counter import Counter, draft_order, make_counter, place, stock_item, stock_of
from tests.make.fulfilment import make_update, take


def placed(database: Database, *, stock: int = 10, ordered: int = 10) -> tuple[Counter, int, orders.Order]:
    counter = make_counter(database)
    item = stock_item(database, counter, quantity=stock)
    return counter, item, place(database, draft_order(counter, (item, ordered)))


def kinds(database: Database, order: orders.Order) -> list[str]:
    with database.read() as tx:
        return [event.kind for event in events_of(tx, f"order:{order.id}")]


def test_ships_the_quantities_listed_and_takes_them_off_the_shelf(database: Database) -> None:
    _, item, order = placed(database)

    after = take(database, make_update(order, "PS", ("S-7654321", 6), tracking_id="1Z1")).order

    assert after.lines[0].quantities == Quantities(reserved=4, in_transit=6)
    assert (after.state, after.lines[0].state) == (OrderState.SHIPPED, LineState.RESERVED)
    assert stock_of(database, item) == (4, 4)


def test_matches_a_part_with_and_without_its_brand_hyphens_and_case(database: Database) -> None:
    _, _, order = placed(database)

    for number in ("7654321", "s7654321", "765-4321"):
        after = take(database, make_update(order, "RP", (number, 1))).order

    assert after.lines[0].quantities == Quantities(reserved=7, packed=3)


def test_delivers_what_was_shipped_and_then_what_was_not(database: Database) -> None:
    _, item, order = placed(database)
    take(database, make_update(order, "PS", ("7654321", 6), tracking_id="1Z1"))

    after = take(database, make_update(order, "DL", ("7654321", 8))).order

    assert after.lines[0].quantities == Quantities(reserved=2, delivered=8)
    assert stock_of(database, item) == (2, 2)


def test_records_over_shipment_beside_the_quantities_and_warns(database: Database) -> None:
    _, item, order = placed(database, stock=12)

    outcome = take(database, make_update(order, "FS", ("7654321", 13), tracking_id="1Z1"))

    assert outcome.order.lines[0].quantities == Quantities(in_transit=10)
    assert outcome.order.lines[0].over_shipped == 3
    assert outcome.warnings == ("3 more of 7654321 shipped than ordered.",)
    assert stock_of(database, item) == (0, 0)


def test_ships_a_back_order_without_driving_stock_below_zero(database: Database) -> None:
    _, item, order = placed(database, stock=4)

    after = take(database, make_update(order, "FS", ("7654321", 10), tracking_id="1Z1")).order

    assert after.lines[0].quantities == Quantities(in_transit=10)
    assert stock_of(database, item) == (0, 0)


def test_cancels_and_frees_the_stock_that_was_held(database: Database) -> None:
    _, item, order = placed(database)

    after = take(database, make_update(order, "OC", ("7654321", 10))).order

    assert after.lines[0].state == LineState.CANCELLED
    assert after.state == OrderState.CLOSED
    assert stock_of(database, item) == (10, 0)


@pytest.mark.parametrize("status", ["OH", "OR", "EX"])
def test_moves_nothing_for_a_status_without_effect(database: Database, status: str) -> None:
    _, item, order = placed(database)

    after = take(database, make_update(order, status, ("7654321", 10))).order

    assert [line.quantities for line in after.lines] == [line.quantities for line in order.lines]
    assert stock_of(database, item) == (10, 10)
    assert kinds(database, order) == ["order.placed", "tracking.update_taken"]


def test_takes_an_equal_update_once_until_another_comes(database: Database) -> None:
    _, _, order = placed(database)
    hold = make_update(order, "OH", ("7654321", 1))

    outcomes = [take(database, update) for update in (hold, hold, make_update(order, "OR", ("7654321", 1)), hold)]

    assert [outcome.update_id is None for outcome in outcomes] == [False, True, False, False]
    assert kinds(database, order)[2] == "tracking.update_repeated"


def test_takes_an_equal_shipment_once_within_the_window(database: Database, clock: FixedClock) -> None:
    _, _, order = placed(database)
    shipped = make_update(order, "PS", ("7654321", 2), tracking_id="1Z1")
    take(database, shipped)
    take(database, make_update(order, "OH", ("7654321", 1)))

    clock.advance(timedelta(hours=23))
    assert take(database, shipped).update_id is None
    take(database, make_update(order, "OR", ("7654321", 1)))
    clock.advance(timedelta(hours=2))
    after = take(database, shipped)

    assert after.order.lines[0].quantities == Quantities(reserved=6, in_transit=4)


def test_takes_every_update_with_the_window_switched_off(database: Database) -> None:
    _, _, order = placed(database)
    shipped = make_update(order, "PS", ("7654321", 2), tracking_id="1Z1")

    for _ in range(2):
        after = take(database, shipped, timedelta(0)).order

    assert after.lines[0].quantities == Quantities(reserved=6, in_transit=4)


def test_equal_updates_at_the_same_moment_count_once(database: Database) -> None:
    _, item, order = placed(database)
    shipped = make_update(order, "PS", ("7654321", 2), tracking_id="1Z1")

    with ThreadPoolExecutor(8) as threads:
        outcomes = list(threads.map(lambda _: take(database, shipped), range(8)))

    assert sum(outcome.update_id is not None for outcome in outcomes) == 1
    assert stock_of(database, item) == (8, 8)


def test_cancelling_while_shipping_loses_no_unit(database: Database) -> None:
    _, item, order = placed(database)
    updates = [
        make_update(order, "OC", ("7654321", 6)),
        make_update(order, "PS", ("7654321", 6), tracking_id="1Z1"),
    ]

    with ThreadPoolExecutor(2) as threads:
        list(threads.map(lambda update: take(database, update), updates))

    with database.read() as tx:
        line = orders.get_order(tx, order.id).lines[0]
    assert line.quantities.ordered == 10
    # Whichever came first got its six; the other what was left.
    assert (line.quantities.cancelled, line.quantities.in_transit, line.over_shipped) in {(4, 6, 0), (6, 4, 2)}
    on_hand, reserved = stock_of(database, item)
    assert reserved == 0
    assert on_hand == 10 - line.quantities.in_transit - line.over_shipped


def test_refuses_a_part_that_is_not_on_the_document_and_changes_nothing(database: Database) -> None:
    _, item, order = placed(database)

    with pytest.raises(PartNotOnDocument) as refused:
        take(database, make_update(order, "FS", ("7654321", 1), ("1R-1808", 1), tracking_id="1"))

    assert [violation.field for violation in refused.value.violations] == ["parts[1].partNumber"]
    assert stock_of(database, item) == (10, 10)
    assert kinds(database, order) == ["order.placed"]


def test_refuses_another_dealers_document(database: Database) -> None:
    _, _, order = placed(database)
    stranger = make_counter(database, code="TD01", vendor_id="101")
    update = make_update(order, "OH", ("7654321", 1))

    with pytest.raises(UnknownDocument):
        take(database, replace(update, dealer_id=stranger.dealer.id))

    assert kinds(database, order) == ["order.placed"]


@pytest.mark.parametrize(
    ("shipment", "link"),
    [
        (Shipment("FedEx", date(2026, 1, 2), "Ground", "55 5"), "https://www.fedex.com/fedextrack/?trknbr=55%205"),
        (Shipment("UPS", date(2026, 1, 2), "Ground", "1Z", "http://x.example/1Z"), "http://x.example/1Z"),
        (Shipment("UPS", date(2026, 1, 2), "Ground", "1Z", "javascript:alert(1)"), None),
        (Shipment("UPS", None, "Ground", "1Z"), None),
        (Shipment("Bob's Vans", date(2026, 1, 2), "Ground", "1Z"), None),
    ],
)
def test_links_to_the_carrier_when_all_is_known(shipment: Shipment, link: str | None) -> None:
    assert tracking_link(shipment) == link


@pytest.mark.parametrize(
    ("carrier", "host"),
    [
        ("UPS Ground", "www.ups.com"),
        ("ups-ground", "www.ups.com"),
        ("U.P.S.", "www.ups.com"),
        ("United Parcel Service", "www.ups.com"),
        ("Fedex", "www.fedex.com"),
        ("Fed Ex Freight", "www.fedex.com"),
        ("FEDERAL EXPRESS", "www.fedex.com"),
        ("USPS", "tools.usps.com"),
        ("US Postal Service", "tools.usps.com"),
        ("DHL Express", "www.dhl.com"),
        ("Purolator Inc.", "www.purolator.com"),
        ("CanadaPost", "www.canadapost-postescanada.ca"),
        ("Canada Post Xpress", "www.canadapost-postescanada.ca"),
        ("Postes Canada", "www.canadapost-postescanada.ca"),
        ("Upstate Freight", None),
        ("Upside", None),
        ("DHLine", None),
        ("Fedexpert", None),
        ("Canada Postal", None),
        ("Grandma's UPS", None),
        ("...", None),
    ],
)
def test_a_carrier_is_known_by_whole_words(carrier: str, host: str | None) -> None:
    link = tracking_link(Shipment(carrier, date(2026, 1, 2), "Ground", "1Z"))

    assert (None if link is None else urlsplit(link).hostname) == host


def test_the_history_alone_tells_where_every_unit_is(database: Database) -> None:
    counter, item, order = placed(database, stock=7)
    for update in (
        make_update(order, "PA", ("7654321", 2)),
        make_update(order, "PS", ("7654321", 3), tracking_id="1Z1"),
        make_update(order, "OC", ("7654321", 4)),
        make_update(order, "DL", ("7654321", 9)),
    ):
        take(database, update)
    place(database, draft_order(counter, (item, 1), uuid="U1"))
    place(database, draft_order(counter, (item, 2), uuid="U1"))

    with database.read() as tx:
        assert list(fulfilment.find_differences(tx)) == []
        assert orders.find_stock_differences(tx) == []
        told = fulfilment.rebuild_order(events_of(tx, f"order:{order.id}"))
    assert told.quantities[1].ordered == 10


def test_to_deliver_what_was_shipped_after_the_rest_was_cancelled_is_not_odd(sqlite_database: Database) -> None:
    _, _, order = placed(sqlite_database)
    take(sqlite_database, make_update(order, "PS", ("7654321", 6)))

    said = [
        take(sqlite_database, make_update(order, status, ("7654321", units))).warnings
        for status, units in (("OC", 4), ("DL", 6))
    ]

    assert said == [(), ()]


def test_what_comes_after_everything_was_cancelled_is_odd(sqlite_database: Database) -> None:
    _, _, order = placed(sqlite_database)
    take(sqlite_database, make_update(order, "OC", ("7654321", 10)))

    taken = take(sqlite_database, make_update(order, "OR", ("7654321", 10)))

    assert taken.warnings == ("OR came after the order was cancelled.",)
