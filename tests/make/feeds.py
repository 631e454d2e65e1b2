"""Small feeds to import, and what the stock says afterwards."""

from collections.abc import Sequence
from pathlib import Path

from partscounter.database import Database
from partscounter.database.log import events_after
from partscounter.domain import dealers, inventory
from partscounter.domain.inventory import Item, imports
from partscounter.domain.inventory.imports import Feed, FeedMapping, ImportReport, Phase
from partscounter.domain.inventory.imports.feed_file import Row, RowMaker, read_records
from partscounter.kit.actor import Actor
from partscounter.kit.clock import FixedClock

OPERATOR = Actor(name="operator", door="cli")

NATIVE = (
    "vendor_id,vendor_store,vendor_inventory_id,year,make,model,part_type,price,"
    "company,city,state,available,observed_at"
)

MESSY = f"""{NATIVE}
900001,1,003896,,Alison,29551869,Tcm Transmission Control Module,150,,Rivertown,TN,true,2026-08-02T03:18:53.980Z
900002,1,04,1900,,,Hood Side Vent,82,,Springvale,IA,false,2026-08-02T03:19:00.152Z
900002,1,0,2016,Volvo,VNL,"Instrument ""A"" Cluster",275.5,B &amp; W  Truck Center,,,true,2026-08-02T03:19:04.602Z
900002,2,0,1998,Meritor/Rockwell,,Def Tank,5.20,"Dutton's, Inc",LAKESIDE,ON,true,2026-08-02T03:19:04.602Z
900002,2,AX-7,2012,Mack,CXN,Hood,,"Dutton's, Inc",,ON,true,2026-08-02T03:19:04.602Z
"""
"""Five items of two vendors in three stores: four listed, one not."""

SKETCH = "vendor_id,vendor_store,vendor_inventory_id,part_type,price\n"


def sketch(*rows: str) -> str:
    """A feed of `id,part type,price` rows of one store."""
    return SKETCH + "".join(f"900001,1,{row}\n" for row in rows)


def rows_in(feed: Feed) -> list[Row]:
    """Every row of the feed."""
    return list(map(RowMaker(feed).row, read_records(feed, lambda _: None)))


def feed_of(folder: Path, text: str, mapping: FeedMapping | None = None) -> Feed:
    """The feed in a new file."""
    path = folder / "feed.csv"
    path.write_text(text, encoding="utf-8", newline="")
    return imports.open_feed(path, mapping)


def unwatched(phase: Phase, read: int) -> None:
    """Shows nothing."""


def import_text(database: Database, folder: Path, text: str) -> ImportReport:
    """Import a feed of this text."""
    return imports.import_feed(database, feed_of(folder, text), OPERATOR, FixedClock(), unwatched)


def stock(database: Database) -> list[Item]:
    """Every item, oldest first."""
    with database.read() as tx:
        return [item for batch in inventory.iterate_items(tx) for item in batch]


def vendors_and_stores(database: Database) -> tuple[list[str], list[tuple[str, str, str, str, str]]]:
    """The names of the dealers, and number, company, city, state and currency of the stores."""
    with database.read() as tx:
        names = [dealer.name for dealer in dealers.list_dealers(tx)]
        stores = dealers.load_stores(tx).values()
    return names, [(s.vendor_store, s.company, s.address.city, s.address.state, s.currency) for s in stores]


def emitted(database: Database) -> list[Sequence[int]]:
    """The item ids of every event."""
    with database.read() as tx:
        return [inventory.ItemsChanged.items_of(event.data) for event in events_after(tx, 0, None, 1000)]


def changed_items(database: Database) -> list[list[int]]:
    """The items that each event about the stock names, oldest first."""
    kinds = [inventory.ItemsChanged.kind]
    with database.read() as tx:
        return [inventory.ItemsChanged.items_of(event.data) for event in events_after(tx, 0, kinds, 1000)]
