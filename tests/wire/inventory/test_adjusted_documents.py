"""GET /sale/lookup of a document with adjustments, cores that came back, and returns."""

from decimal import Decimal
from functools import partial

from partscounter.domain import cores, returns, sales
from partscounter.domain.cores import CoreTerms, Grade
from partscounter.domain.returns import Inspected, Requester, ReturnTerms
from partscounter.domain.sales import AdjustmentDraft
from tests.make.counter import TESTER
from tests.make.fulfilment import make_update, take
from tests.make.yard import Yard
from tests.wire.inventory.test_list_sales import list_sales
from tests.wire.inventory.test_look_up_sale import look_up, order_of, sell

CART = {"user_id": 1, "line_items": [{"vendor_id": 7001, "vendor_store": 1, "vendor_inventory_id": "003896"}]}
"""An engine at 12500.00 with a core at 1500.00 and 10 % tax."""


def set_terms(yard: Yard) -> None:
    core, goods = CoreTerms(90, Decimal(40)), ReturnTerms(30, Decimal(10))
    yard.app.database.write(TESTER, lambda tx: cores.set_core_terms(tx, yard.north.id, core))
    yard.app.database.write(TESTER, lambda tx: returns.set_return_terms(tx, yard.north.id, goods))


def add(yard: Yard, order_id: int, draft: AdjustmentDraft) -> None:
    yard.app.database.write(TESTER, partial(sales.add_adjustment, order_id=order_id, draft=draft))


def printed(name: str, amount: str, description: str = "", *, taxable: bool = False, above: bool = False) -> object:
    return {
        "name": name,
        "description": description,
        "amount": amount,
        "is_taxable": taxable,
        "is_subtotal_adjustment": above,
    }


def test_adjustments_stand_where_they_belong_and_count(yard: Yard) -> None:
    transaction_id = sell(yard, CART)
    order = order_of(yard, transaction_id)
    fee = AdjustmentDraft(
        name="Crate",
        amount=Decimal(100),
        reason="heavy",
        description="Wooden",
        is_taxable=True,
        is_subtotal_adjustment=True,
    )
    add(yard, order.id, fee)
    add(yard, order.id, AdjustmentDraft(name="Discount", amount=Decimal("-0.50"), reason="rust", line_number=1))

    document = look_up(yard, online_transaction_id=transaction_id)

    (line,) = document["line_items"]  # type: ignore[misc]  # a list of one
    assert document["adjustments"] == [printed("Crate", "100.00", "Wooden", taxable=True, above=True)]
    assert line["adjustments"] == [printed("Discount", "-0.50")]
    assert (document["subtotal"], document["total_tax"]) == ("14100.00", "1260.00")
    (entry,) = list_sales(yard)
    assert (entry["subtotal"], entry["total_tax"]) == ("14100.00", "1260.00")


def test_the_core_says_until_when_and_what_came_of_it(yard: Yard) -> None:
    set_terms(yard)
    transaction_id = sell(yard, CART)
    order = order_of(yard, transaction_id)

    def core() -> dict[str, object]:
        (line,) = look_up(yard, online_transaction_id=transaction_id)["line_items"]  # type: ignore[misc]  # one
        (child,) = line["child_line_items"]
        found: dict[str, object] = child
        return found

    assert (core()["price"], core()["returnable"], core()["days_to_return"]) == ("1500.00", True, 90)
    assert core()["adjustments"] == []
    bring = partial(cores.return_core, order_id=order.id, line_number=1, units=1, grade=Grade.PARTIAL)
    yard.app.database.write(TESTER, bring)
    assert (core()["returnable"], core()["adjustments"]) == (False, [printed("Core credit", "-600.00")])


def test_a_return_stands_in_comments_and_as_a_credit(yard: Yard) -> None:
    set_terms(yard)
    transaction_id = sell(yard, CART)
    order = order_of(yard, transaction_id)
    take(yard.app.database, make_update(order, "FS", ("E1001", 1)))
    before = look_up(yard, online_transaction_id=transaction_id)
    database = yard.app.database
    ask = partial(returns.request_return, order_id=order.id, units={1: 1}, requested_by=Requester.CUSTOMER)
    goods = database.write(TESTER, ask)
    database.write(TESTER, lambda tx: returns.authorise_return(tx, goods.id))
    database.write(TESTER, lambda tx: returns.receive_return(tx, goods.id, {1: Inspected(restock=1)}))
    database.write(TESTER, lambda tx: returns.credit_return(tx, goods.id))

    document = look_up(yard, online_transaction_id=transaction_id)

    (line,) = document["line_items"]  # type: ignore[misc]  # a list of one
    assert (line["returnable"], line["days_to_return"]) == (True, 30)
    assert document["comments"] == f"2026-03-02: Return {goods.number} credited"
    assert document["adjustments"] == [printed("Restocking fee", "1250.00", goods.number)]
    assert line["adjustments"] == [
        printed("Return credit", "-12500.00", f"{goods.number}: 1 x {order.lines[0].code}", taxable=True)
    ]
    assert (before["total_tax"], document["total_tax"]) == ("1250.00", "0.00")
    assert (document["subtotal"], document["document_is_closed"]) == (before["subtotal"], True)
    assert yard.item("lincoln", "003896").available == 1


def test_what_was_cancelled_is_an_adjustment_above_the_line(yard: Yard) -> None:
    line = {**CART["line_items"][0], "vendor_inventory_id": 4}  # type: ignore[dict-item]  # the one line
    line |= {"quantity": 3, "price": 3000, "core_price": 100, "shipping_price": 50}
    transaction_id = sell(yard, {"line_items": [line]})
    order = order_of(yard, transaction_id)
    take(yard.app.database, make_update(order, "OC", ("T4", 2)))

    document = look_up(yard, online_transaction_id=transaction_id)

    (line,) = document["line_items"]  # type: ignore[misc]  # a list of one
    (core,) = line["child_line_items"]  # type: ignore[misc]  # a list of one
    assert (line["price"], core["price"]) == ("9000.00", "300.00")
    assert line["adjustments"] == [
        printed("Shipping", "50.00"),
        printed("Cancelled", "-6000.00", "2 x T4", taxable=True, above=True),
    ]
    assert core["adjustments"] == [printed("Cancelled", "-200.00", "2 x T4", above=True)]
    assert (document["subtotal"], document["total_tax"]) == ("3100.00", "300.00")
    (entry,) = list_sales(yard)
    assert (entry["subtotal"], entry["total_tax"]) == ("3100.00", "300.00")

    take(yard.app.database, make_update(order, "OC", ("T4", 1)))
    void = look_up(yard, online_transaction_id=transaction_id)
    (line,) = void["line_items"]  # type: ignore[misc]  # a list of one
    assert line["adjustments"] == [printed("Cancelled", "-9000.00", "3 x T4", taxable=True, above=True)]
    assert (void["document_is_void"], void["subtotal"], void["total_tax"]) == (True, "0.00", "0.00")


def test_head_says_the_totals_without_the_adjustments(sqlite_yard: Yard) -> None:
    transaction_id = sell(sqlite_yard, CART)
    fee = AdjustmentDraft(name="Crate", amount=Decimal(100), reason="heavy", is_subtotal_adjustment=True)
    add(sqlite_yard, order_of(sqlite_yard, transaction_id).id, fee)

    address = f"/sale/lookup?vendor_id=7001&online_transaction_id={transaction_id}"
    head = sqlite_yard.client().head(address).headers["x-result"]

    assert '"subtotal":"14100.00"' in head
    assert '"adjustments":[]' in head
