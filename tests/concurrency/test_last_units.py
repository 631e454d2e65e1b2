"""The last units of a part are sold once, however many buy at the same moment."""

from concurrent.futures import ThreadPoolExecutor

import pytest
import sqlalchemy as sa

from partscounter.database import Database, WriteTx
from partscounter.kit.actor import Actor
from partscounter.kit.refusal import Conflict, Refusal

BUYER = Actor(name="buyer", door="test")
IN_STOCK = 10

stock = sa.Table(
    "last_units", sa.MetaData(), sa.Column("part", sa.Text, primary_key=True), sa.Column("left", sa.Integer)
)


class SoldOut(Conflict):
    code = "sold_out"


@pytest.fixture
def shelf(database: Database) -> Database:
    """A database in which ten of one part are left."""

    def fill(tx: WriteTx) -> None:
        stock.create(tx.connection)
        tx.connection.execute(sa.insert(stock), {"part": "3519078C94", "left": IN_STOCK})

    database.write(BUYER, fill)
    return database


def buy_one(tx: WriteTx) -> int:
    """Checks, then writes: the pattern that oversells wherever two transactions read before either has written."""
    left = tx.connection.scalar(sa.select(stock.c.left).with_for_update())
    if not left:
        raise SoldOut("none left")
    tx.connection.execute(sa.update(stock).values(left=left - 1))
    return left


def test_25_buyers_of_10_parts_buy_exactly_10(shelf: Database) -> None:
    def attempt(_: int) -> int | None:
        try:
            return shelf.write(BUYER, buy_one)
        except Refusal:
            return None

    with ThreadPoolExecutor(max_workers=25) as buyers:
        outcomes = list(buyers.map(attempt, range(25)))

    sold = [outcome for outcome in outcomes if outcome is not None]
    assert sorted(sold) == list(range(1, IN_STOCK + 1))
    assert outcomes.count(None) == 15
    with shelf.read() as tx:
        assert tx.connection.scalar(sa.select(stock.c.left)) == 0
