"""An item's page: what is known of it, counting it, taking it off offer and bringing it back."""

import pytest

from partscounter.domain import inventory, orders
from partscounter.domain.inventory.corrections import list_corrections
from tests.make.counter import TESTER, draft_order
from tests.make.stock_desk import OPERATOR, StockDesk


def _page(desk: StockDesk) -> str:
    return f"/portal/inventory/{desk.item_id}"


def test_the_page_says_who_holds_units(desk: StockDesk) -> None:
    draft = draft_order(desk.mine, (desk.item_id, 12))
    order = desk.app.database.write(TESTER, lambda tx: orders.place_order(tx, draft))

    page = desk.signed_in().get(_page(desk)).text

    row = page.partition(f'href="/portal/orders/{order.id}"')[2].partition("</tr>")[0]
    assert '<td class="number">10</td><td class="number">2</td>' in row
    assert "<dt>Can be sold</dt><dd>0</dd>" in page


def test_a_count_changes_the_units_and_keeps_the_reason(desk: StockDesk) -> None:
    clerk = desk.signed_in()

    answer = clerk.submit(
        f"{_page(desk)}/count", on=_page(desk), version=desk.version(), units="7", reason="three were damaged"
    )

    assert (answer.status_code, answer.headers["location"]) == (303, f"{_page(desk)}?done=counted")
    assert desk.item().on_hand == 7
    page = clerk.get(answer.headers["location"]).text
    assert "The count was taken." in page
    assert "“three were damaged”" in page
    assert "<del>10</del> → <ins>7</ins>" in page


@pytest.mark.parametrize(
    ("units", "reason", "field"),
    [
        ("-1", "why", "units"),
        ("", "why", "units"),
        ("1.5", "why", "units"),
        ("7", "", "reason"),
        ("7", "x" * 501, "reason"),
    ],
)
def test_a_wrong_count_changes_nothing(desk: StockDesk, units: str, reason: str, field: str) -> None:
    answer = desk.signed_in().submit(
        f"{_page(desk)}/count", on=_page(desk), version=desk.version(), units=units, reason=reason
    )

    assert answer.status_code == 400
    assert f'id="error-{field}"' in answer.text
    assert desk.item().on_hand == 10
    with desk.app.database.read() as tx:
        assert list_corrections(tx, desk.item_id) == []


def test_a_count_from_before_a_sale_is_refused(desk: StockDesk) -> None:
    seen = desk.version()
    desk.app.database.write(TESTER, lambda tx: inventory.hand_out(tx, {}, {desk.item_id: 4}))

    answer = desk.signed_in().submit(f"{_page(desk)}/count", on=_page(desk), version=seen, units="10", reason="counted")

    assert answer.status_code == 409
    assert "(6 on hand; you counted 10)" in answer.text
    assert desk.item().on_hand == 6


def test_taken_off_offer_and_brought_back(desk: StockDesk) -> None:
    clerk = desk.signed_in()
    before = desk.item()

    assert clerk.submit(f"{_page(desk)}/retire", on=_page(desk), version=desk.version()).status_code == 303
    assert desk.item().listed is False
    assert "Bring back on offer" in clerk.get(_page(desk)).text
    assert clerk.submit(f"{_page(desk)}/restore", on=_page(desk), version=desk.version()).status_code == 303

    assert desk.item() == before
    with desk.app.database.read() as tx:
        assert [each.effect for each in list_corrections(tx, desk.item_id)] == ["restored", "retired"]


def test_an_item_that_was_never_listed_is_brought_on_offer(desk: StockDesk) -> None:
    fed = inventory.FedItem("9", listed=False, quantity=2)
    desk.app.database.write(TESTER, lambda tx: inventory.put_items(tx, desk.mine.store, [fed]))
    with desk.app.database.read() as tx:
        found = inventory.find_item(tx, desk.mine.store.id, "9")
    assert found is not None
    address = f"/portal/inventory/{found.id}"

    answer = desk.signed_in().submit(f"{address}/restore", on=address, version=desk.version(found.id))

    assert answer.status_code == 303
    assert desk.item(found.id).available == 2


@pytest.mark.parametrize("action", ["", "/edit"])
@pytest.mark.parametrize("whose", ["foreign", "nobody", "absurd"])
def test_a_foreign_item_is_as_unknown_as_none(desk: StockDesk, action: str, whose: str) -> None:
    id_ = {"foreign": desk.foreign_id, "nobody": 999_999, "absurd": 10**30}[whose]

    assert desk.signed_in().get(f"/portal/inventory/{id_}{action}").status_code == 404


@pytest.mark.parametrize("action", ["count", "retire", "restore", "edit"])
def test_a_foreign_item_cannot_be_changed(desk: StockDesk, action: str) -> None:
    before = desk.item(desk.foreign_id)

    answer = desk.signed_in().submit(
        f"/portal/inventory/{desk.foreign_id}/{action}",
        on=_page(desk),
        version=desk.version(desk.foreign_id),
        units="1",
        reason="mine now",
        part_type="Mine",
    )

    assert answer.status_code == 404
    assert desk.item(desk.foreign_id) == before


def test_an_operator_may_change_any_item(desk: StockDesk) -> None:
    page = f"/portal/inventory/{desk.foreign_id}"

    answer = desk.signed_in(OPERATOR).submit(
        f"{page}/count", on=page, version=desk.version(desk.foreign_id), units="3", reason="counted"
    )

    assert answer.status_code == 303
    assert desk.item(desk.foreign_id).on_hand == 3
