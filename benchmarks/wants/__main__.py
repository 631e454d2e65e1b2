"""`python -m benchmarks.wants`: how long after an item was acknowledged its mails wait to be sent, with 10,000 wants.

The program's own worker process compares and writes the mails; this process brings the items and looks for the mails.
Ends with 1 if the slowest arrival took longer than the limit.
"""

import argparse
import statistics
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

from benchmarks.orders.serving import worker
from partscounter.database import Database, WriteTx, migrate
from partscounter.database.engine import open_database
from partscounter.domain import access, customer_templates, customers, dealers, inventory, leads, notifications
from partscounter.domain.access import Product
from partscounter.domain.dealers import Store
from partscounter.domain.inventory import Description, FedItem
from partscounter.domain.leads.wants import Wanted
from partscounter.kit.actor import Actor
from partscounter.kit.clock import SystemClock
from partscounter.subscriptions import enqueue_jobs

ACTOR = Actor(name="benchmark", door="benchmark")
MODELS = 2_000
"""So many models are waited for, each by the same number of customers."""
LIMIT_SECONDS = 1.0
_PATIENCE_SECONDS = 30.0
_WARM_UP_SECONDS = 600.0
_HIDING = {"availability": [{"name": "Hiding", "steps": [{"part_type": "Hood", "hidden": True}]}]}
"""Nobody is kept from the drums by it, but each who waits must be looked at."""


def main() -> None:
    """Run it."""
    given = _arguments()
    with tempfile.TemporaryDirectory(dir="/var/tmp") as name:
        took = _measure(Path(name), given.wants, given.arrivals)
    p50, most = statistics.median(took), max(took)
    each = given.wants // MODELS
    print(
        f"{given.wants:,} open wants, {len(took)} arrivals, {each} mails each: {_said(p50)} median, {_said(most)} most"
    )
    sys.exit(most > LIMIT_SECONDS)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wants", type=int, default=10_000, help=f"a multiple of {MODELS}")
    parser.add_argument("--arrivals", type=int, default=30)
    return parser.parse_args()


def _said(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms"


def _measure(folder: Path, count: int, arrivals: int) -> list[float]:
    url = f"sqlite:///{folder / 'partscounter.db'}"
    migrate.upgrade(url)
    database = open_database(url, SystemClock(), enqueue_jobs)
    try:
        store = database.write(ACTOR, partial(_fill, count=count))
        with worker(folder, log=folder / "worker.log"):
            # To warm up, and to come past the wants themselves in the log, each of which is looked at once.
            _arrive(database, store, 0, count // MODELS, patience=_WARM_UP_SECONDS)
            return [_arrive(database, store, number, count // MODELS) for number in range(1, arrivals + 1)]
    finally:
        database.close()


def _fill(tx: WriteTx, *, count: int) -> Store:
    dealer = dealers.register_dealer(tx, name="Dealer", dealer_code="TD00", vendor_id="100")
    store = dealers.register_store(tx, dealer, vendor_store="1", store_id="main", currency="USD")
    customer_templates.put_templates(tx, customer_templates.check_templates(_HIDING, "the benchmark"))
    user = access.create_credential(
        tx,
        product=Product.INVENTORY,
        name="shop",
        secret=access.new_secret("benchmark"),
        all_dealers=True,
        options={"default_template": "Hiding"},
    )
    for number in range(count):
        customer = customers.register_customer(
            tx, dealer_id=dealer.id, userid=f"user-{number}", email=f"user-{number}@customer.example"
        )
        wanted = Wanted(
            part_types=frozenset({"brakedrum"}),
            makes=frozenset({"volvo"}),
            models=frozenset({f"vnl{number % MODELS}"}),
            credential_id=user.id,
        )
        leads.save_search(tx, customer, wanted, "Brake drum")
    return store


def _arrive(database: Database, store: Store, number: int, mails: int, *, patience: float = _PATIENCE_SECONDS) -> float:
    """Seconds from the acknowledgement of the item until the mails of all who wait for it are there."""
    about = Description(part_name="Brake Drum", vehicle_make="Volvo", vehicle_model=f"VNL {number}")
    item = FedItem(inventory_id=str(number), description=about)
    before = _mails(database)
    database.write(ACTOR, partial(inventory.put_items, store=store, batch=[item]))
    acknowledged = time.perf_counter()
    while _mails(database) < before + mails:
        if time.perf_counter() > acknowledged + patience:
            raise TimeoutError(f"{_mails(database) - before} of {mails} mails")
        time.sleep(0.005)
    return time.perf_counter() - acknowledged


def _mails(database: Database) -> int:
    with database.read() as tx:
        return sum(notifications.count_mails(tx).values())


main()
