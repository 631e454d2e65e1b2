"""All lists of an account, and keeping the cart as another."""

from starlette.responses import Response

from partscounter.domain import kept_carts, saved_lists
from partscounter.domain.saved_lists import LONGEST_NAME, MOST_LISTS, InvalidList, ListNameTaken, TooManyLists
from partscounter.storefront.owner import owner_of
from partscounter.web.desk import Desk
from partscounter.web.sign_in_first import sign_in_first
from partscounter.web.visits import Visit, go_to

LISTS = "/shop/lists"


class ListsPage:
    """`/shop/lists`, for who has signed in."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def show(self, visit: Visit) -> Response:
        return sign_in_first(visit) if visit.account is None else self._page(visit)

    def keep(self, visit: Visit) -> Response:
        """Keep the cart as a list. A refusal shows the form again, as it was typed."""
        account_id, name = visit.signed_in.id, visit.field("name")
        try:
            kept = visit.app.database.write(visit.actor, lambda tx: saved_lists.keep_cart(tx, account_id, name))
        except InvalidList:
            return self._page(visit, 400, problem="invalid")
        except ListNameTaken:
            return self._page(visit, 409, problem="taken")
        except TooManyLists:
            return self._page(visit, 409, problem="full")
        return go_to(f"{LISTS}/{kept.id}?done=kept")

    def _page(self, visit: Visit, status: int = 200, *, problem: str = "") -> Response:
        with visit.app.database.read() as tx:
            known = saved_lists.list_lists(tx, visit.signed_in.id)
            in_cart = kept_carts.count_lines(tx, owner_of(visit))
        return self._desk.show(
            visit,
            "lists/lists.html",
            status,
            known=known,
            in_cart=in_cart,
            name=visit.field("name"),
            problem=problem,
            most=MOST_LISTS,
            longest=LONGEST_NAME,
            is_removed=visit.query.first("done") == "removed",
        )
