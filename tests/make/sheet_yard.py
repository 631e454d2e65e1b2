"""A counter with one store and two items, for tables about them."""

from partscounter.database import Database
from tests.make.counter import Counter, make_counter, stock_item


def make_yard(database: Database) -> tuple[Counter, int, int]:
    """The store 1 of vendor 0417, with the items `007` and `8`; their ids."""
    counter = make_counter(database, vendor_id="0417")
    return counter, stock_item(database, counter, inventory_id="007"), stock_item(database, counter, inventory_id="8")
