"""Everything about a machine that somebody may see, for one page."""

from dataclasses import dataclass

from partscounter.database import ReadTx
from partscounter.domain import assets, customers, orders
from partscounter.domain.accounts import Account
from partscounter.domain.assets import Asset
from partscounter.domain.customers import Customer
from partscounter.domain.machines.kits import Kit, list_kits_of_model
from partscounter.domain.machines.sight import Sight, sight_of
from partscounter.domain.orders import Order


@dataclass(frozen=True, slots=True)
class MachineView:
    """A machine as somebody sees it. What is not theirs to see is left out."""

    machine: Asset
    """Whole; `sight` says what of it may be shown."""
    sight: Sight
    owner: Customer | None
    kits: tuple[Kit, ...]
    orders: tuple[Order, ...]
    """The last ones, the newest first: an owner's own, or those of the dealers that the account works for."""

    @property
    def sees_model(self) -> bool:
        return self.sight >= Sight.MODEL

    @property
    def sees_facts(self) -> bool:
        return self.sight >= Sight.FACTS

    @property
    def sees_everything(self) -> bool:
        return self.sight is Sight.EVERYTHING


def look_up_machine(tx: ReadTx, qr_code: str, account: Account | None, *, strangers_see: Sight) -> MachineView:
    """The machine with this code, for who has scanned it; refuses with MalformedCode or UnknownCode."""
    machine = assets.get_asset(tx, qr_code)
    sight = sight_of(tx, machine, account, strangers_see=strangers_see)
    kits = list_kits_of_model(tx, machine.make, machine.model) if sight >= Sight.MODEL and machine.model else []
    if account is None or sight is not Sight.EVERYTHING:
        return MachineView(machine, sight, None, tuple(kits), ())
    owner = customers.get_customer(tx, machine.customer_id)
    return MachineView(machine, sight, owner, tuple(kits), tuple(_orders_for(tx, machine, account)))


def _orders_for(tx: ReadTx, machine: Asset, account: Account) -> list[Order]:
    if not account.role.is_staff:
        return orders.list_orders_of_machine(tx, machine.serial_number, customer_id=account.customer_id)
    return orders.list_orders_of_machine(tx, machine.serial_number, dealer_ids=account.dealers_seen)
