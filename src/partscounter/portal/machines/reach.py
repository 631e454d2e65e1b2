"""Which machines somebody of the staff reaches: those of the customers whom they serve, and those of nobody."""

from starlette.exceptions import HTTPException

from partscounter.database import ReadTx
from partscounter.domain import assets, customers, machines
from partscounter.domain.accounts import Account
from partscounter.domain.assets import Asset, FreeCode, MalformedCode, UnknownCode
from partscounter.domain.customers import Customer
from partscounter.domain.machines import Sight


def require_machine(tx: ReadTx, account: Account, code: str) -> Asset:
    """The machine with this code; one of another dealer's customer is not there, nor is an unknown one."""
    try:
        machine = assets.get_asset(tx, code)
    except (UnknownCode, MalformedCode):
        raise HTTPException(404) from None
    if machines.sight_of(tx, machine, account, strangers_see=Sight.NOTHING) is not Sight.EVERYTHING:
        raise HTTPException(404)
    return machine


def require_labelled(tx: ReadTx, account: Account, code: str) -> Asset | FreeCode:
    """The machine with this code, or the code itself where it waits for its machine."""
    try:
        free = assets.find_free_code(tx, assets.parse_code(code))
    except MalformedCode:
        raise HTTPException(404) from None
    return free or require_machine(tx, account, code)


def find_owner(tx: ReadTx, account: Account, name: str) -> list[Customer]:
    """Whom of the customers that this person serves `name` may mean; nobody, one or several."""
    return customers.list_customers_named(tx, name, account.dealers_seen) if name else []


def name_of_owner(customer: Customer | None) -> str:
    """What the form of a machine says of its owner: a name that finds the owner again."""
    if customer is None:
        return ""
    return customer.userid or customer.code or customer.customer_id or customer.email
