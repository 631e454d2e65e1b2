"""One list: what it costs now, what cannot be had any more, and putting it into the cart."""

from typing import Final

from starlette.responses import Response

from partscounter.database import ReadTx, WriteTx
from partscounter.domain import kept_carts, saved_lists
from partscounter.domain.kept_carts import CartFault, InvalidCartLine, PricedCart
from partscounter.domain.saved_lists import LONGEST_NAME, InvalidList, ListNameTaken
from partscounter.storefront.buyer import buyer_of
from partscounter.storefront.cart.add import CART, read_number
from partscounter.storefront.cart.machines import shown_machines
from partscounter.storefront.cart.priced import is_seller
from partscounter.storefront.lists.lists_page import LISTS
from partscounter.web.desk import Desk
from partscounter.web.row_number import id_in
from partscounter.web.sign_in_first import sign_in_first
from partscounter.web.visits import Visit, go_to

_MENDED_IN_CART: Final = frozenset({None, CartFault.TOO_FEW, CartFault.UNIT_OF_SALE})
"""With these a line is worth putting into the cart, which asks for another quantity."""
_DONE: Final = frozenset({"kept", "renamed"})
_PROBLEMS: Final = frozenset({"nothing", "no_room"})


class ListPage:
    """`/shop/lists/{id}`. A list of somebody else is not there, like an unknown one."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def show(self, visit: Visit) -> Response:
        if visit.account is None:
            return sign_in_first(visit)
        done, problem = visit.query.first("done") or "", visit.query.first("problem") or ""
        return self._page(visit, done=done if done in _DONE else "", problem=problem if problem in _PROBLEMS else "")

    def put_into_cart(self, visit: Visit) -> Response:
        """The line that the button names, or else all; what is not on offer any more stays behind."""
        account_id, list_id, line = visit.signed_in.id, id_in(visit, "id"), visit.field("line")

        def put(tx: WriteTx) -> int:
            worth = {each.kept.id for each in _priced(tx, visit).lines if each.fault in _MENDED_IN_CART}
            chosen = worth & {read_number(line)} if line else worth
            return saved_lists.put_into_cart(tx, account_id, list_id, chosen)

        try:
            count = visit.app.database.write(visit.actor, put)
        except InvalidCartLine:
            return go_to(f"{LISTS}/{list_id}?problem=no_room")
        return go_to(f"{CART}?done=added" if count else f"{LISTS}/{list_id}?problem=nothing")

    def rename(self, visit: Visit) -> Response:
        """Another name. A refusal shows the form again, as it was typed."""
        account_id, list_id, name = visit.signed_in.id, id_in(visit, "id"), visit.field("name")
        try:
            visit.app.database.write(visit.actor, lambda tx: saved_lists.rename_list(tx, account_id, list_id, name))
        except InvalidList:
            return self._page(visit, 400, problem="invalid", name=name)
        except ListNameTaken:
            return self._page(visit, 409, problem="taken", name=name)
        return go_to(f"{LISTS}/{list_id}?done=renamed")

    def remove(self, visit: Visit) -> Response:
        """Give the list up."""
        account_id, list_id = visit.signed_in.id, id_in(visit, "id")
        visit.app.database.write(visit.actor, lambda tx: saved_lists.remove_list(tx, account_id, list_id))
        return go_to(f"{LISTS}?done=removed")

    def _page(
        self, visit: Visit, status: int = 200, *, done: str = "", problem: str = "", name: str | None = None
    ) -> Response:
        with visit.app.database.read() as tx:
            kept = saved_lists.get_list(tx, visit.signed_in.id, id_in(visit, "id"))
            cart = _priced(tx, visit)
            machines = shown_machines(tx, visit, cart)
        values = {"kept": kept, "cart": cart, "machines": machines, "done": done, "problem": problem}
        values["worth"] = [line for line in cart.lines if line.fault in _MENDED_IN_CART]
        given = kept.name if name is None else name
        return self._desk.show(visit, "lists/list.html", status, name=given, longest=LONGEST_NAME, **values)


def _priced(tx: ReadTx, visit: Visit) -> PricedCart:
    """The lines of the list as if they were in the cart, at this buyer's prices."""
    buyer = buyer_of(visit.app, tx, visit.account)
    lines = saved_lists.lines_of_list(tx, visit.signed_in.id, id_in(visit, "id"))
    return kept_carts.price_lines(tx, lines, may_sell=lambda dealer: is_seller(buyer, dealer), terms=buyer.terms)
