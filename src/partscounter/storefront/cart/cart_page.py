"""The cart."""

from collections.abc import Mapping

from starlette.responses import Response

from partscounter.domain import kept_carts
from partscounter.domain.kept_carts import LARGEST_QUANTITY, InvalidCartLine
from partscounter.storefront.cart.add import CART, read_number
from partscounter.storefront.cart.machines import shown_machines
from partscounter.storefront.cart.priced import priced_cart
from partscounter.storefront.owner import owner_of
from partscounter.web.desk import Desk
from partscounter.web.visits import Visit, go_to

_FIELD = "quantity-"
_DONE = frozenset({"added", "changed", "removed"})


class CartPage:
    """`/shop/cart`: by seller, with what each line costs this buyer, and which cannot be had."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def show(self, visit: Visit) -> Response:
        done = visit.query.first("done") or ""
        return self._page(visit, done=done if done in _DONE else "", problem=visit.query.first("problem") or "")

    def change(self, visit: Visit) -> Response:
        """Other quantities for all lines at once; the button of a line takes it out, and checkout leads on."""
        removed = visit.field("remove")
        wanted = {read_number(removed): 0} if removed else self._quantities(visit)
        owner = owner_of(visit)
        try:
            visit.app.database.write(visit.actor, lambda tx: kept_carts.change_quantities(tx, owner, wanted))
        except InvalidCartLine as refused:
            wrong = {violation.field.removeprefix(_FIELD) for violation in refused.violations}
            given = {name.removeprefix(_FIELD): text for name, text in visit.form.pairs if name.startswith(_FIELD)}
            return self._page(visit, 400, wrong=frozenset(wrong), given=given)
        if visit.field("then") == "checkout":
            return go_to("/shop/checkout")
        return go_to(f"{CART}?done={'removed' if removed else 'changed'}")

    def _quantities(self, visit: Visit) -> dict[int, int]:
        sent = ((name.removeprefix(_FIELD), text) for name, text in visit.form.pairs if name.startswith(_FIELD))
        return {read_number(line): read_number(text) for line, text in sent}

    def _page(
        self,
        visit: Visit,
        status: int = 200,
        *,
        done: str = "",
        problem: str = "",
        wrong: frozenset[str] = frozenset(),
        given: Mapping[str, str] | None = None,
    ) -> Response:
        with visit.app.database.read() as tx:
            cart = priced_cart(tx, visit)
            machines = shown_machines(tx, visit, cart)
        values = {
            "cart": cart,
            "machines": machines,
            "done": done,
            "problem": problem,
            "wrong": wrong,
            "given": given or {},
        }
        return self._desk.show(visit, "cart/cart.html", status, largest=LARGEST_QUANTITY, **values)
