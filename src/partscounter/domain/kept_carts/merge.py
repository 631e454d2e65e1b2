"""Taking a visitor's cart along when they sign in."""

from partscounter.database import WriteTx
from partscounter.domain.kept_carts import store as sql
from partscounter.domain.kept_carts.add import put
from partscounter.domain.kept_carts.line import MOST_LINES, KeptLine, WantedItem


def merge_carts(tx: WriteTx, source: str, target: str) -> None:
    """Put what `source` has to what `target` has; the cart of `source` is gone.

    What the target has no room for is lost, so that signing in never fails for it.
    """
    source_id = sql.find_cart(tx, source)
    if source_id is None:
        return
    moved = [_wanted(line) for line in sql.lines_of(tx, source)]
    sql.delete_carts(tx, [source_id])
    if not moved:
        return
    cart_id = sql.hold_cart(tx, target)
    known = {(line.item_id, line.serial_number) for line in sql.lines_of(tx, target)}
    new = [each for each in moved if (each.item_id, each.serial_number) not in known]
    fitting = new[: MOST_LINES - len(known)]
    put(tx, cart_id, target, [each for each in moved if each not in new or each in fitting])


def _wanted(line: KeptLine) -> WantedItem:
    return WantedItem(line.item_id, line.quantity, line.serial_number, line.machine_code)


def hand_over(tx: WriteTx, source: str, target: str) -> None:
    """The cart of `source` is that of `target`, whose browser got another token and has no cart yet."""
    cart_id = sql.find_cart(tx, source)
    if cart_id is not None:
        sql.change_owner(tx, cart_id, target)
