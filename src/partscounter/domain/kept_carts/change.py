"""Changing how many of a line are wanted."""

from collections.abc import Mapping
from dataclasses import replace

from partscounter.database import WriteTx
from partscounter.domain.kept_carts import store as sql
from partscounter.domain.kept_carts.errors import InvalidCartLine
from partscounter.domain.kept_carts.line import LARGEST_QUANTITY
from partscounter.kit.refusal import Violation


def change_quantities(tx: WriteTx, owner: str, quantities: Mapping[int, int]) -> None:
    """Quantities by the ids of lines; 0 takes a line out. Ids of lines that are not there are passed over.

    Refuses with InvalidCartLine.
    """
    wrong = [
        Violation(f"quantity-{line_id}", f"must be from 0 to {LARGEST_QUANTITY}", quantity)
        for line_id, quantity in quantities.items()
        if not 0 <= quantity <= LARGEST_QUANTITY
    ]
    if wrong:
        raise InvalidCartLine("The quantities cannot be.", tuple(wrong))
    cart_id = sql.hold_cart(tx, owner)
    for line in sql.lines_of(tx, owner):
        wanted = quantities.get(line.id, line.quantity)
        if wanted == 0:
            sql.delete_lines(tx, cart_id, [line.id])
        elif wanted != line.quantity:
            sql.put_line(tx, cart_id, replace(line, quantity=wanted))
