"""The queue of the order desk."""

from datetime import timedelta

import pytest

from partscounter.app import App
from partscounter.domain.accounts import Role
from partscounter.kit.clock import FixedClock
from tests.make.counter import draft_order, place
from tests.make.order_desk import OrderDesk, make_order_desk, words


@pytest.fixture
def desk(app: App) -> OrderDesk:
    return make_order_desk(app)


def test_each_open_order_is_one_line_with_what_is_next(desk: OrderDesk, clock: FixedClock) -> None:
    clock.advance(timedelta(days=3))
    desk.clerk.sign_in("clerk@parts.example")

    page = desk.clerk.get("/portal/orders").text

    assert "6385-030226-1 3 d Bea Buyer To pick 7 reserved €840.00 Pick order 6385-030226-1" in words(page)
    assert "Open 1 To pick 1 To ship 0" in words(page)
    assert f'href="{desk.address}"' in page
    assert f'href="{desk.address}/pick"' in page


def test_a_clerk_sees_the_orders_of_their_dealers_and_an_operator_all(desk: OrderDesk) -> None:
    foreign = f"/portal/orders/{desk.foreign.id}"

    assert foreign not in desk.clerk.get("/portal/orders").text
    assert desk.clerk.get(f"/portal/orders?dealer={desk.foreign.dealer_id}").status_code == 404
    operator = desk.as_role(Role.OPERATOR).get("/portal/orders").text
    assert foreign in operator
    assert "Dealer TD01" in operator


@pytest.mark.parametrize(
    ("query", "is_found"),
    [
        ("q=bea", True),
        ("q=nobody", False),
        ("work=back_ordered", False),
        ("work=all&channel=parts_orders", True),
        ("channel=web", False),
        ("older=1", False),
        ("newer=1", True),
        ("work=nonsense&store=x&customer=-1&older=99999999999&after=0x", True),
    ],
)
def test_filters_stand_in_the_address(desk: OrderDesk, query: str, *, is_found: bool) -> None:
    page = desk.clerk.get(f"/portal/orders?{query}")

    assert page.status_code == 200
    assert (f'href="{desk.address}"' in page.text) is is_found
    assert ("No order fits" in page.text or "There is no such order" in page.text) is not is_found


def test_where_nothing_fits_the_same_question_leads_to_all_orders(desk: OrderDesk) -> None:
    page = desk.clerk.get("/portal/orders?q=a%26b&older=3").text

    assert 'href="/portal/orders?q=a%26b&amp;work=all&amp;older=3"' in page
    assert "Look among" not in desk.clerk.get("/portal/orders?q=nobody&work=all").text


def test_pages_follow_by_key_and_keep_the_filters(desk: OrderDesk) -> None:
    for _ in range(51):
        place(desk.app.database, draft_order(desk.counter, (None, 1)))

    first = desk.clerk.get("/portal/orders?q=6385&sort=oldest").text
    following = first.split('rel="next"')[0].rsplit('href="', 1)[1].split('"')[0].replace("&amp;", "&")
    second = desk.clerk.get(following).text

    assert following.startswith("/portal/orders?q=6385&sort=oldest&after=")
    assert first.count('<th scope="row">') == 50
    assert second.count('<th scope="row">') == 2
    assert f'href="{desk.address}"' in first
    assert 'rel="next"' not in second


def test_strangers_sign_in_first_and_customers_have_no_desk(desk: OrderDesk) -> None:
    assert desk.clerk.post("/sign-out", data={}).status_code == 403
    desk.clerk.cookies.clear()

    answer = desk.clerk.get("/portal/orders?work=all")

    assert (answer.status_code, answer.headers["location"]) == (303, "/sign-in?next=%2Fportal%2Forders%3Fwork%3Dall")
