"""The order desk to test with: two dealers, an order, and people who have signed in."""

import re
from dataclasses import dataclass

from partscounter.app import App
from partscounter.asgi import build_asgi
from partscounter.database import Database
from partscounter.domain import orders
from partscounter.domain.accounts import Role
from partscounter.domain.fulfilment import desk
from partscounter.domain.orders import Order
from tests.make.accounts import Browser, browser, make_account
from tests.make.counter import Counter, draft_order, make_counter, place, stock_item
from tests.make.sales import order_now

_TAGS = re.compile(r"<[^>]+>")


@dataclass(frozen=True)
class OrderDesk:
    """Dealer TD00 with stock of one part and an order for it, another dealer with one, and a clerk of TD00."""

    app: App
    counter: Counter
    item: int
    order: Order
    foreign: Order
    clerk: Browser

    @property
    def address(self) -> str:
        return f"/portal/orders/{self.order.id}"

    def now(self) -> Order:
        return order_now(self.app.database, self.order)

    def seen(self) -> str:
        """What a form carries that was opened now."""
        return seen_of(self.app.database, self.order)

    def as_role(self, role: Role) -> Browser:
        """Somebody else, who sees every dealer if an operator."""
        dealer_ids = () if role is Role.OPERATOR else (self.counter.dealer.id,)
        make_account(self.app.database, role, f"{role.value}@other.example", dealer_ids=dealer_ids)
        person = browser(build_asgi(self.app))
        person.sign_in(f"{role.value}@other.example")
        return person


def seen_of(database: Database, order: Order) -> str:
    """The same of any order."""
    with database.read() as tx:
        return desk.seen_of(tx, orders.get_order(tx, order.id))


def make_order_desk(app: App, *, quantity: int = 7, on_hand: int = 10) -> OrderDesk:
    """The desk; the clerk has signed in."""
    counter = make_counter(app.database)
    item = stock_item(app.database, counter, quantity=on_hand)
    order = place(app.database, draft_order(counter, (item, quantity)))
    other = make_counter(app.database, code="TD01", vendor_id="101")
    foreign = place(app.database, draft_order(other, (stock_item(app.database, other), 1)))
    make_account(app.database, Role.CLERK, "clerk@parts.example", dealer_ids=[counter.dealer.id])
    clerk = browser(build_asgi(app))
    clerk.sign_in("clerk@parts.example")
    return OrderDesk(app, counter, item, order, foreign, clerk)


def words(page: str) -> str:
    """What a page says, without its tags and needless blanks."""
    return " ".join(_TAGS.sub(" ", page).replace("&#39;", "'").split())
