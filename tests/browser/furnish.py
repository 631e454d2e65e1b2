"""What the demo world lacks for some pages: a saved list and a quote."""

from collections.abc import Mapping
from datetime import timedelta

from partscounter.app import App
from partscounter.database import WriteTx
from partscounter.domain import access, accounts, inventory, kept_carts, quotes, saved_lists
from partscounter.domain.access import Product
from partscounter.domain.kept_carts import WantedItem, account_owner
from partscounter.domain.quotes import QuotedItem, QuoteDraft
from tests.make.browsing import CUSTOMER
from tests.make.counter import TESTER

ITEM = 20
MAPPED_USER = "webshop"


def furnish(app: App) -> Mapping[str, str]:
    """Make them for the demo's customer; what addresses say of them, by the names in `addresses`."""
    return app.database.write(TESTER, _furnish)


def _furnish(tx: WriteTx) -> Mapping[str, str]:
    customer, item = accounts.find_account(tx, CUSTOMER), inventory.get_item(tx, ITEM)
    user = access.find_credential(tx, Product.INVENTORY, MAPPED_USER)
    assert customer is not None
    assert user is not None
    owner = account_owner(customer.id)
    kept_carts.add_lines(tx, owner, [WantedItem(ITEM, 1)])
    saved = saved_lists.keep_cart(tx, customer.id, "Autumn service")
    kept_carts.change_quantities(tx, owner, {line.id: 0 for line in kept_carts.list_lines(tx, owner)})
    lines = (QuotedItem(ITEM, 1, item.price.each, item.price.core),)
    last_day = tx.now.date() + timedelta(days=14)
    draft = QuoteDraft(item.dealer_id, lines, last_day, name="Cate Customer", email=CUSTOMER)
    quote = quotes.make_quote(tx, draft)
    return {
        "list": str(saved.id),
        "quote": str(quote.id),
        "link": quotes.sign_quote_link(tx, quote),
        "user": str(user.id),
    }
