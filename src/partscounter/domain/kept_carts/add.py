"""Putting items into a cart."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Final

from partscounter.database import WriteTx
from partscounter.domain import inventory
from partscounter.domain.kept_carts import store as sql
from partscounter.domain.kept_carts.errors import InvalidCartLine
from partscounter.domain.kept_carts.line import (
    LARGEST_QUANTITY,
    LONGEST_SERIAL_NUMBER,
    MOST_LINES,
    KeptLine,
    WantedItem,
)
from partscounter.kit.refusal import Violation

_KEPT: Final = timedelta(days=30)
"""As long as the browser keeps its cookie."""
_FORGOTTEN_AT_ONCE: Final = 20


def add_lines(tx: WriteTx, owner: str, wanted: Sequence[WantedItem]) -> None:
    """Put `wanted` to what is there; the same item for the same machine adds up.

    Refuses with InvalidCartLine. Nothing is held for a cart: who orders first has it.
    """
    _check(tx, wanted)
    cart_id = sql.hold_cart(tx, owner)
    put(tx, cart_id, owner, wanted)
    # Whoever puts something in sweeps a little behind those who never came back.
    sql.delete_carts(tx, sql.forgotten_carts(tx, tx.now - _KEPT, _FORGOTTEN_AT_ONCE))


def put(tx: WriteTx, cart_id: int, owner: str, wanted: Sequence[WantedItem]) -> None:
    """The same for a cart that is held, of items that there are."""
    known = {(line.item_id, line.serial_number): line for line in sql.lines_of(tx, owner)}
    changed: dict[tuple[int, str], KeptLine] = {}
    for each in wanted:
        place = (each.item_id, each.serial_number)
        new = KeptLine(0, each.item_id, 0, each.serial_number, each.machine_code)
        line = changed.get(place) or known.get(place) or new
        changed[place] = replace(line, quantity=min(line.quantity + each.quantity, LARGEST_QUANTITY))
    if len(known.keys() | changed.keys()) > MOST_LINES:
        raise InvalidCartLine(f"A cart holds at most {MOST_LINES} lines.")
    for line in changed.values():
        sql.put_line(tx, cart_id, line)


def _check(tx: WriteTx, wanted: Sequence[WantedItem]) -> None:
    items = inventory.load_items(tx, {each.item_id for each in wanted})
    wrong = [Violation("item", "is no item on offer", each.item_id) for each in wanted if each.item_id not in items]
    wrong += [
        Violation("quantity", f"must be from 1 to {LARGEST_QUANTITY}", each.quantity)
        for each in wanted
        if not 1 <= each.quantity <= LARGEST_QUANTITY
    ]
    wrong += [
        Violation("serial", f"must have at most {LONGEST_SERIAL_NUMBER} characters", each.serial_number)
        for each in wanted
        if len(each.serial_number) > LONGEST_SERIAL_NUMBER
    ]
    if wrong or not wanted:
        raise InvalidCartLine("This cannot be put into the cart.", tuple(wrong))
