"""The stock API's imports: one dealer's store with two items, a credential for it, and the worker behind."""

from dataclasses import dataclass, replace
from pathlib import Path

import httpx

from partscounter.app import App
from partscounter.database import Database
from partscounter.domain import inventory
from partscounter.domain.access import Product
from partscounter.kit.clock import FixedClock
from partscounter.settings import Settings
from partscounter.wire.stock.app import build_api
from partscounter.worker.run import build_import_worker
from tests.make.access import SECRET, make_credential
from tests.make.app import make_app
from tests.make.counter import Counter, make_counter
from tests.make.sheet_yard import make_yard
from tests.make.web import client

SCOPES = ("stock/read", "stock/write")


@dataclass(frozen=True)
class ImportDoor:
    """The API over vendor 0417, store 1, items `007` and `8`; `yard` may import there, `stranger` for vendor 101."""

    app: App
    counter: Counter
    items: tuple[int, int]

    def caller(self, name: str = "yard") -> httpx.Client:
        """A client that calls as that user."""
        caller = client(build_api(self.app).asgi)
        caller.auth = httpx.BasicAuth(name, SECRET)
        return caller

    def work(self) -> int:
        """Run the worker once; how many jobs it had."""
        return build_import_worker(self.app).run_due()

    def images(self) -> tuple[str, ...]:
        """Of the first item."""
        with self.app.database.read() as tx:
            return inventory.get_item(tx, self.items[0]).description.images

    def files(self) -> list[str]:
        """What lies in the folder of imports, without the tokens."""
        return sorted(path.name.partition(".")[2] for path in self.app.import_folder.iterdir())


def open_import_door(database: Database, clock: FixedClock, folder: Path, import_bytes: int = 100_000) -> ImportDoor:
    """The door, with files below `folder`."""
    given = Settings()
    settings = replace(
        given,
        server=replace(given.server, data_dir=folder),
        limits=replace(given.limits, import_bytes=import_bytes, body_bytes=1024),
    )
    counter, *items = make_yard(database)
    other = make_counter(database, code="TD01", vendor_id="101")
    make_credential(database, product=Product.STOCK, name="yard", dealer_ids=[counter.dealer.id], scopes=SCOPES)
    make_credential(database, product=Product.STOCK, name="reader", dealer_ids=[counter.dealer.id], scopes=SCOPES[:1])
    make_credential(database, product=Product.STOCK, name="stranger", dealer_ids=[other.dealer.id], scopes=SCOPES)
    return ImportDoor(make_app(database, clock, settings), counter, (items[0], items[1]))
