"""Putting items into the cart, from whichever page shows one."""

from urllib.parse import urlencode

from starlette.responses import Response

from partscounter.domain import assets, kept_carts
from partscounter.domain.assets import MalformedCode, UnknownCode
from partscounter.domain.kept_carts import InvalidCartLine, WantedItem
from partscounter.storefront.owner import owner_of
from partscounter.web.visits import Visit, go_to, safe_target

CART = "/shop/cart"
_MOST_DIGITS = 18


def add_to_cart(visit: Visit) -> Response:
    """`POST /shop/cart/add`: `item` and `quantity`, each several times for a kit, and `machine`, the code of its label.

    Without a quantity it is 1. To `next`, or to the cart, which says what was done.
    """
    ids, quantities = visit.form.all("item"), visit.form.all("quantity")
    serial_number, code = _machine(visit)
    counts = (read_number(quantities[index]) if index < len(quantities) else 1 for index in range(len(ids)))
    wanted = [
        WantedItem(read_number(item), count, serial_number, code) for item, count in zip(ids, counts, strict=True)
    ]
    owner = owner_of(visit)
    try:
        visit.app.database.write(visit.actor, lambda tx: kept_carts.add_lines(tx, owner, wanted))
    except InvalidCartLine:
        return go_to(f"{CART}?{urlencode({'problem': 'not_added'})}")
    return go_to(safe_target(visit.field("next"), f"{CART}?{urlencode({'done': 'added'})}"))


def _machine(visit: Visit) -> tuple[str, str]:
    """Serial number and code of the machine whose page it was; empty for none."""
    code = visit.field("machine")
    if not code:
        return "", ""
    try:
        with visit.app.database.read() as tx:
            machine = assets.get_asset(tx, code)
    except (MalformedCode, UnknownCode):
        return "", ""
    return machine.serial_number, machine.qr_code


def read_number(text: str) -> int:
    """A whole number of zero or more; -1, which nothing takes, for anything else."""
    plain = text.strip()
    return int(plain) if plain.isascii() and plain.isdigit() and len(plain) <= _MOST_DIGITS else -1
