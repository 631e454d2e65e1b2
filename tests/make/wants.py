"""Wants to test with, and what becomes of them."""

from partscounter.app import App
from partscounter.database import Database
from partscounter.domain import inventory, notifications
from partscounter.domain.inventory import Description, FedItem
from partscounter.domain.leads import wants
from partscounter.domain.leads.wants import Waiting, Want, WantDraft, Wanted, WantKind
from partscounter.domain.notifications import Mail
from partscounter.kit.clock import FixedClock
from partscounter.wire.order_export.render_push import render_push
from partscounter.worker.follow_wants import WantFollower
from partscounter.worker.run import build_worker
from tests.make.app import make_app
from tests.make.counter import TESTER, Counter
from tests.make.log_end import all_is_shown
from tests.make.web import until

DRUM = Wanted(part_types=frozenset({"brakedrum"}), makes=frozenset({"volvo"}), models=frozenset({"vnl"}))
A_DRUM = Description(part_name="Brake Drum", vehicle_make="Volvo", vehicle_model="VNL", year=2015)


def wait_for(
    database: Database, wanted: Wanted = DRUM, *, email: str = "cate@customer.example", language: str = "en"
) -> Want:
    """Cate waits for a brake drum."""
    draft = WantDraft(WantKind.PART_REQUEST, "Volvo VNL Brake Drum", wanted, Waiting(None, "Cate", email, language))
    return database.write(TESTER, lambda tx: wants.add_want(tx, draft))


def bring(database: Database, counter: Counter, *ids: str, quantity: int = 1, about: Description = A_DRUM) -> list[int]:
    """Items that come in, or are there again; their ids."""
    fed = [FedItem(inventory_id=each, tag_number=f"T{each}", description=about, quantity=quantity) for each in ids]
    database.write(TESTER, lambda tx: inventory.put_items(tx, counter.store, fed))
    with database.read() as tx:
        found = [inventory.find_item(tx, counter.store.id, each) for each in ids]
    return [item.id for item in found if item is not None]


def compare(app: App) -> None:
    """Compare all that happened with what is wanted; waits where another transaction of the server holds the log."""
    follower = WantFollower(app)

    def is_done() -> bool:
        while follower.step():
            pass
        return all_is_shown(app.database)

    until(is_done)
    while follower.step():
        pass


def mails_of_wants(database: Database, clock: FixedClock) -> list[Mail]:
    """Every mail about a want once stock was compared and the jobs are done, oldest first."""
    app = make_app(database, clock)
    compare(app)
    worker = build_worker(app, render_push)
    while worker.run_due():
        pass
    with database.read() as tx:
        return [mail for mail in reversed(notifications.list_newest_mails(tx)) if mail.about == "want"]
