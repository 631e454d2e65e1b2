"""Making the demo world: all of it in one transaction, so that a demo stopped half-way starts afresh."""

from partscounter.database import Database, ReadTx, WriteTx
from partscounter.demo import accounts
from partscounter.demo.credentials import create_credentials, hash_secrets
from partscounter.demo.customers import create_customers
from partscounter.demo.dealers import create_dealers
from partscounter.demo.machines import create_machines
from partscounter.demo.mappings import create_mappings
from partscounter.demo.orders import create_orders
from partscounter.demo.stock import create_stock
from partscounter.demo.templates import create_templates
from partscounter.domain import access, dealers
from partscounter.kit.actor import Actor

ACTOR = Actor(name="demo", door="demo")


def world_exists(database: Database) -> bool:
    """Whether the demo world was made in this database."""
    with database.read() as tx:
        return _exists(tx)


def _exists(tx: ReadTx) -> bool:
    return dealers.find_dealer_by_code(tx, "TD00") is not None


def create_world(database: Database) -> None:
    """Make the demo world in an empty database; in one that has it, change nothing."""
    hashed, password = hash_secrets(), access.new_secret(accounts.PASSWORD)

    def make(tx: WriteTx) -> None:
        if _exists(tx):
            return
        known = create_dealers(tx)
        create_credentials(tx, known, hashed)
        customers = create_customers(tx, known)
        accounts.create_accounts(tx, known, customers, password)
        create_templates(tx)
        create_machines(tx)
        create_stock(tx, known)
        create_mappings(tx)
        create_orders(tx, known, customers)

    database.write(ACTOR, make)
