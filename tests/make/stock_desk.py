"""Two dealers' stock behind the portal, and people who work with it."""

from dataclasses import dataclass, replace
from pathlib import Path

from partscounter.app import App
from partscounter.asgi import build_asgi
from partscounter.database import Database
from partscounter.domain import inventory
from partscounter.domain.accounts import Role
from partscounter.domain.inventory import Item
from partscounter.domain.inventory.changes import version_of
from partscounter.kit.clock import FixedClock
from partscounter.settings import ServerSettings, Settings
from partscounter.worker.run import build_import_worker
from tests.make.accounts import Browser, browser, make_account
from tests.make.app import index_everything, make_searching_app
from tests.make.counter import Counter, make_counter, stock_item

CLERK = "clerk@parts.example"
OPERATOR = "olive@parts.example"


@dataclass(frozen=True)
class StockDesk:
    """`mine` is the clerk's dealer, `other` another one's; each has the part S7654321."""

    app: App
    mine: Counter
    other: Counter
    item_id: int
    foreign_id: int

    def signed_in(self, email: str = CLERK) -> Browser:
        """A browser of somebody who works here."""
        visitor = browser(build_asgi(self.app))
        assert visitor.sign_in(email).status_code == 303
        return visitor

    def item(self, item_id: int = 0) -> Item:
        """As it is now; the clerk's item if none is named."""
        with self.app.database.read() as tx:
            return inventory.get_item(tx, item_id or self.item_id)

    def version(self, item_id: int = 0) -> str:
        return version_of(self.item(item_id))

    def index(self) -> None:
        """Bring the search up to now."""
        index_everything(self.app)

    def work(self) -> int:
        """Run the import worker once; how many jobs it had."""
        return build_import_worker(self.app).run_due()


def open_stock_desk(database: Database, clock: FixedClock, folder: Path) -> StockDesk:
    """The two dealers with one item each, and an index of both."""
    mine, other = make_counter(database), make_counter(database, code="TD01", vendor_id="101")
    item_id, foreign_id = stock_item(database, mine), stock_item(database, other)
    make_account(database, Role.CLERK, CLERK, dealer_ids=[mine.dealer.id])
    make_account(database, Role.OPERATOR, OPERATOR)
    settings = replace(Settings(), server=ServerSettings(data_dir=folder))
    return StockDesk(make_searching_app(database, clock, folder, settings), mine, other, item_id, foreign_id)
