"""Carts that are kept: putting in, changing, taking along at sign-in, and what their lines cost."""

from datetime import timedelta
from decimal import Decimal

import pytest

from partscounter.database import Database
from partscounter.domain import kept_carts
from partscounter.domain.customer_templates import EndUserTerms, Rule, Selection, Step
from partscounter.domain.kept_carts import CartFault, InvalidCartLine, account_owner, visitor_owner
from partscounter.kit.clock import FixedClock
from tests.make.counter import TESTER, draft_order, place
from tests.make.shop import OWNER, Shop, add, cart_of, held, make_shop

OTHER = account_owner(7)


@pytest.fixture
def shop(database: Database) -> Shop:
    return make_shop(database)


def change(database: Database, quantities: dict[int, int]) -> None:
    database.write(TESTER, lambda tx: kept_carts.change_quantities(tx, OWNER, quantities))


def line_ids(database: Database) -> list[int]:
    with database.read() as tx:
        return [line.id for line in kept_carts.list_lines(tx, OWNER)]


def test_the_same_item_for_the_same_machine_adds_up(database: Database, shop: Shop) -> None:
    add(database, (shop.item, 2), (shop.item_there, 1), (shop.item, 1))
    add(database, (shop.item, 4))
    add(database, (shop.item, 1), serial_number="F2600123")

    assert held(database) == [(shop.item, 7, ""), (shop.item_there, 1, ""), (shop.item, 1, "F2600123")]


@pytest.mark.parametrize("wanted", [(0, 1), (1, 0), (1, -1), (1, 10_000)])
def test_what_cannot_be_in_a_cart_is_refused_with_all_that_came_with_it(
    database: Database, shop: Shop, wanted: tuple[int, int]
) -> None:
    with pytest.raises(InvalidCartLine):
        add(database, (shop.item, 1), (wanted[0] and shop.item, wanted[1]))

    assert held(database) == []


def test_quantities_change_and_nothing_takes_a_line_out(database: Database, shop: Shop) -> None:
    add(database, (shop.item, 2), (shop.item_there, 1))
    first, second = line_ids(database)

    change(database, {first: 5, second: 0, 999: 3})

    assert held(database) == [(shop.item, 5, "")]


def test_a_quantity_out_of_range_changes_nothing(database: Database, shop: Shop) -> None:
    add(database, (shop.item, 2), (shop.item_there, 1))
    first, second = line_ids(database)

    with pytest.raises(InvalidCartLine) as refused:
        change(database, {first: 5, second: -1})

    assert [violation.field for violation in refused.value.violations] == [f"quantity-{second}"]
    assert held(database) == [(shop.item, 2, ""), (shop.item_there, 1, "")]


def test_nobody_changes_the_lines_of_another_cart(database: Database, shop: Shop) -> None:
    add(database, (shop.item, 2))
    (line,) = line_ids(database)

    database.write(TESTER, lambda tx: kept_carts.change_quantities(tx, OTHER, {line: 0}))

    assert held(database) == [(shop.item, 2, "")]


def test_a_visitors_cart_is_taken_along(database: Database, shop: Shop) -> None:
    add(database, (shop.item, 2), (shop.item_there, 1))
    add(database, (shop.item, 3), owner=OTHER)

    database.write(TESTER, lambda tx: kept_carts.merge_carts(tx, OWNER, OTHER))
    database.write(TESTER, lambda tx: kept_carts.merge_carts(tx, OWNER, OTHER))

    assert held(database, OTHER) == [(shop.item, 5, ""), (shop.item_there, 1, "")]
    assert held(database) == []


def test_a_browser_with_a_new_token_keeps_its_cart(database: Database, shop: Shop) -> None:
    add(database, (shop.item, 2))
    after = visitor_owner("the new token")

    database.write(TESTER, lambda tx: kept_carts.hand_over(tx, OWNER, after))

    assert (held(database), held(database, after)) == ([], [(shop.item, 2, "")])


def test_visitors_carts_are_forgotten_when_their_cookie_is(database: Database, shop: Shop, clock: FixedClock) -> None:
    add(database, (shop.item, 2))
    add(database, (shop.item, 2), owner=OTHER)
    clock.advance(timedelta(days=31))

    add(database, (shop.item, 1), owner=visitor_owner("another"))

    assert (held(database), held(database, OTHER)) == ([], [(shop.item, 2, "")])


def test_a_cart_is_priced_by_seller(database: Database, shop: Shop) -> None:
    add(database, (shop.item_there, 1), (shop.item, 3))

    cart = cart_of(database)

    assert [(group.dealer.name, group.subtotal, group.tax, group.total) for group in cart.groups] == [
        ("Dealer TD00", Decimal("300.00"), Decimal("60.00"), Decimal("360.00")),
        ("Dealer TD01", Decimal("100.00"), Decimal("20.00"), Decimal("120.00")),
    ]
    assert (cart.totals, cart.faults) == ({"EUR": Decimal("480.00")}, {})


def test_an_end_users_own_price_counts(database: Database, shop: Shop) -> None:
    add(database, (shop.item, 3))
    terms = EndUserTerms(pricing=(Rule(Step(Selection(), percent_off=Decimal(10)), "Dealer", 1),))

    (line,) = cart_of(database, terms=terms).lines

    assert (line.each, line.extended) == (Decimal("90.00"), Decimal("270.00"))


def test_lines_of_one_item_share_what_is_left_of_it(database: Database, shop: Shop) -> None:
    add(database, (shop.item, 6))
    add(database, (shop.item, 6), serial_number="F2600123")

    first, second = cart_of(database).lines

    assert (first.fault, second.fault, second.left) == (None, CartFault.TOO_FEW, 4)


def test_a_line_says_that_its_item_was_sold_meanwhile(database: Database, shop: Shop) -> None:
    add(database, (shop.item, 1))
    place(database, draft_order(shop.here, (shop.item, 10)))

    (line,) = cart_of(database).lines

    assert (line.fault, line.left) == (CartFault.SOLD, 0)


def test_what_a_buyer_is_not_offered_is_gone_from_the_cart(database: Database, shop: Shop) -> None:
    add(database, (shop.item, 1))
    hidden = EndUserTerms(availability=(Rule(Step(Selection(), hidden=True), "Dealer", 1),))

    assert [line.fault for line in cart_of(database, terms=hidden).lines] == [CartFault.GONE]
