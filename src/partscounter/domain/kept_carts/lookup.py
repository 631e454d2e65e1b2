"""Reading a kept cart."""

from partscounter.database import ReadTx, WriteTx
from partscounter.domain.kept_carts import store as sql
from partscounter.domain.kept_carts.line import KeptLine


def list_lines(tx: ReadTx, owner: str) -> list[KeptLine]:
    """What the owner's cart holds, in the order in which it was put in; nothing where there is no cart."""
    return sql.lines_of(tx, owner)


def count_lines(tx: ReadTx, owner: str) -> int:
    """How many lines that are."""
    return sql.count_lines(tx, owner)


def hold_lines(tx: WriteTx, owner: str) -> list[KeptLine]:
    """The same, with the cart held until the transaction ends, also where nothing was in it yet."""
    sql.hold_cart(tx, owner)
    return sql.lines_of(tx, owner)
