"""PUT or POST /sale/create: sell a cart, line by line as far as it can be sold."""

from collections.abc import Callable

import msgspec

from partscounter.app import App
from partscounter.database import WriteTx
from partscounter.domain import customer_templates, orders
from partscounter.domain.access import Credential
from partscounter.kit.refusal import Invalid, Violation
from partscounter.web.answer import Answer
from partscounter.web.callers import actor_of
from partscounter.web.idempotency_key import find_idempotency_key
from partscounter.web.incoming import Incoming
from partscounter.wire.inventory.answers import answer
from partscounter.wire.inventory.read_sale import decode_sale, read_sale
from partscounter.wire.inventory.render_created import render_created
from partscounter.wire.inventory.user import user_of
from partscounter_contracts.inventory import SaleCreated

LONGEST_KEY = 200


def create_sale(app: App) -> Callable[[Incoming[Credential]], Answer]:
    """The handler. With an Idempotency-Key the answer is kept, and given again to the same cart."""

    def handle(incoming: Incoming[Credential]) -> Answer:
        user = user_of(incoming.caller)
        sale = decode_sale(incoming.body)
        cart, key = read_sale(sale, user), _key(incoming)

        def sell(tx: WriteTx) -> str:
            terms = customer_templates.find_terms(tx, user.end_user(cart.userid))
            sold = orders.sell_cart(tx, cart, may_sell=user.may_sell, terms=terms)
            return msgspec.json.encode(render_created(sold, sale)).decode()

        def sell_once(tx: WriteTx) -> str:
            scope = f"inventory:{incoming.caller.name}"
            remember = app.settings.limits.remember_keys
            return orders.once(tx, scope=scope, key=key, body=incoming.body, do=lambda: sell(tx), remember=remember)

        created = app.database.write(actor_of(incoming, "inventory"), sell_once if key else sell)
        return answer(user.format, msgspec.json.decode(created, type=SaleCreated))

    return handle


def _key(incoming: Incoming[Credential]) -> str:
    key = (find_idempotency_key(incoming.headers) or "").strip()
    if len(key) > LONGEST_KEY:
        violation = Violation("Idempotency-Key", f"must have at most {LONGEST_KEY} characters")
        raise Invalid("The Idempotency-Key is too long.", (violation,))
    return key
