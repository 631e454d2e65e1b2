"""What somebody who scans a machine's code sees of it: the owner and who serves the owner all, others what is set."""

from enum import IntEnum

from partscounter.database import ReadTx
from partscounter.domain import customers
from partscounter.domain.accounts import Account
from partscounter.domain.assets import Asset


class Sight(IntEnum):
    """Each with all that those before it have."""

    NOTHING = 0
    """That there is a machine."""
    MODEL = 1
    """Make and model; the parts that fit and the service kits follow from them."""
    FACTS = 2
    """Serial number, build year, work and trade: everything but whose it is."""
    EVERYTHING = 3
    """The owner, and the orders for the machine."""


def sight_of(tx: ReadTx, machine: Asset, account: Account | None, *, strangers_see: Sight) -> Sight:
    """What `account` sees of the machine; None is somebody who has not signed in.

    Staff of a dealer sees everything of the machines of its own customers, of customers that all dealers share, and of
    machines that are nobody's. To all others it is a stranger too.
    """
    if account is None:
        return strangers_see
    if not account.role.is_staff:
        is_owner = machine.customer_id is not None and machine.customer_id == account.customer_id
        return Sight.EVERYTHING if is_owner else strangers_see
    owner = customers.get_customer(tx, machine.customer_id)
    serves_owner = owner is None or owner.dealer_id is None or account.sees_dealer(owner.dealer_id)
    return Sight.EVERYTHING if serves_owner else strangers_see
