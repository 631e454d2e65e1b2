"""The search index follows what happens to stock."""

from pathlib import Path

from partscounter import search
from partscounter.app import App
from partscounter.database import Database
from partscounter.kit.clock import FixedClock
from partscounter.search import Filter, SearchRequest, parse_keywords
from partscounter.search.source import DatabaseSource
from tests.make.app import index_everything, make_searching_app
from tests.make.counter import draft_order, make_counter, place, stock_item
from tests.make.fulfilment import make_update, take


def found(app: App, keywords: str = "") -> tuple[int, ...]:
    wanted = Filter(keywords=parse_keywords(keywords)) if keywords else Filter()
    return app.search.search(SearchRequest(wanted=wanted)).uids


def test_finds_stock_and_forgets_it_when_the_last_unit_is_held(
    database: Database, clock: FixedClock, tmp_path: Path
) -> None:
    counter = make_counter(database)
    item = stock_item(database, counter, quantity=2)
    app = make_searching_app(database, clock, tmp_path)
    assert found(app, "s-7654321") == (item,)

    order = place(database, draft_order(counter, (item, 2)))
    index_everything(app)
    assert found(app) == ()

    take(database, make_update(order, "OC", ("7654321", 1)))
    index_everything(app)
    assert found(app) == (item,)


def test_rebuilds_to_the_same_answers(database: Database, clock: FixedClock, tmp_path: Path) -> None:
    counter = make_counter(database)
    items = [stock_item(database, counter, inventory_id=str(n), part_code=f"9{n}") for n in range(3)]
    app = make_searching_app(database, clock, tmp_path)
    place(database, draft_order(counter, (items[1], 10)))

    source = DatabaseSource(database)
    search.rebuild(app.index_root, source.read_all, source.read_events, source.load_documents)

    assert found(app) == (items[0], items[2])
