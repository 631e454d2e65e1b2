"""Goods that come back, at the desk."""

from decimal import Decimal

import pytest

from partscounter.app import App
from partscounter.domain import returns, sales
from partscounter.domain.returns import GoodsReturn, ReturnState
from tests.make.accounts import form_key
from tests.make.counter import stock_of
from tests.make.fulfilment import make_update, take
from tests.make.order_desk import OrderDesk, make_order_desk, words
from tests.make.returns import ask
from tests.make.web import BASE_URL


@pytest.fixture
def desk(app: App) -> OrderDesk:
    """With all seven units delivered."""
    desk = make_order_desk(app)
    take(app.database, make_update(desk.order, "DL", ("S7654321", 7)))
    return desk


def known(desk: OrderDesk) -> list[GoodsReturn]:
    with desk.app.database.read() as tx:
        return returns.list_returns(tx, desk.order.id)


def test_the_whole_way_from_the_request_to_the_credit(desk: OrderDesk) -> None:
    form = f"/portal/sales/orders/{desk.order.id}/return"
    asked = desk.clerk.submit(form, seen="0", **{"units-1": "3"}, reason="too long")
    address = asked.headers["location"].split("?")[0]

    for fields in (
        {"do": "authorise", "note": "by Friday"},
        {"do": "receive", "restock-1": "2", "scrap-1": "1"},
        {"do": "credit", "percent": "10"},
    ):
        answer = desk.clerk.submit(address, **fields)
        assert answer.headers["location"] == f"{address}?done={fields['do']}"

    (goods,) = known(desk)
    assert goods.state is ReturnState.CREDITED
    assert stock_of(desk.app.database, desk.item) == (5, 0)
    with desk.app.database.read() as tx:
        adjustments = sales.load_adjustments(tx, [desk.order.id])[desk.order.id]
    assert [(each.name, each.amount, each.tax) for each in adjustments] == [
        ("Return credit", Decimal("-300.00"), Decimal("-60.00")),
        ("Restocking fee", Decimal("30.00"), Decimal("0.00")),
    ]
    page = words(desk.clerk.get(desk.address).text)
    assert "Return credit -€300.00 Restocking fee €30.00 Tax €80.00 Total €510.00" in page


def test_the_same_request_sent_twice_is_one_return(desk: OrderDesk) -> None:
    address = f"/portal/sales/orders/{desk.order.id}/return"
    form = {"form_key": form_key(desk.clerk.get(address).text), "seen": "0", "units-1": "2"}

    answers = [desk.clerk.post(address, data=form, headers={"Origin": BASE_URL}) for _ in range(2)]

    assert len({answer.headers["location"] for answer in answers}) == 1
    assert [each.lines[0].units for each in known(desk)] == [2]


def test_the_list_is_by_state_and_of_ones_own_dealers(desk: OrderDesk) -> None:
    goods = ask(desk.app.database, desk.order, 1)
    take(desk.app.database, make_update(desk.foreign, "DL", ("S7654321", 1)))
    foreign = ask(desk.app.database, desk.foreign, 1)

    every = desk.clerk.get("/portal/sales/returns").text
    credited = desk.clerk.get("/portal/sales/returns?state=credited").text

    assert f"/portal/sales/returns/{goods.id}" in every
    assert "Requested 1" in words(every)
    assert f"/portal/sales/returns/{foreign.id}" not in every
    assert "There is no such return" in credited
    assert desk.clerk.get(f"/portal/sales/returns/{foreign.id}").status_code == 404
    on = f"{desk.address}/invoice"
    assert desk.clerk.submit(f"/portal/sales/returns/{foreign.id}", on=on, do="authorise").status_code == 404
    with desk.app.database.read() as tx:
        assert returns.get_return(tx, foreign.id).state is ReturnState.REQUESTED


@pytest.mark.parametrize(
    ("fields", "status", "message"),
    [
        ({"do": "receive", "restock-1": "1"}, 409, "is requested"),
        ({"do": "dance"}, 422, "Please choose what to do."),
        ({"do": "receive", "restock-1": "x"}, 422, "Units must be whole numbers."),
        ({"do": "credit", "percent": "1e9"}, 422, "must be a number from 0 to 100"),
    ],
)
def test_what_cannot_be_done_changes_nothing(
    desk: OrderDesk, fields: dict[str, str], status: int, message: str
) -> None:
    goods = ask(desk.app.database, desk.order, 2)

    answer = desk.clerk.submit(f"/portal/sales/returns/{goods.id}", **fields)

    assert (answer.status_code, message in answer.text) == (status, True)
    assert known(desk) == [goods]


def test_more_than_was_shipped_cannot_come_back(desk: OrderDesk) -> None:
    address = f"/portal/sales/orders/{desk.order.id}/return"

    answers = [desk.clerk.submit(address, seen="0", **{"units-1": units}) for units in ("8", "", "x")]

    assert [answer.status_code for answer in answers] == [409, 422, 422]
    assert known(desk) == []
