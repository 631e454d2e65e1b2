"""The machines that lines of a cart are for, as far as whoever put them in may know them."""

from collections.abc import Mapping

from partscounter.database import ReadTx
from partscounter.domain import assets, machines
from partscounter.domain.assets import UnknownCode
from partscounter.domain.kept_carts import PricedCart
from partscounter.domain.machines import Sight
from partscounter.web.visits import Visit


def shown_machines(tx: ReadTx, visit: Visit, cart: PricedCart) -> Mapping[str, str]:
    """By serial number what is shown for it: itself, or the code that was scanned to who may see no more."""
    codes = {line.kept.serial_number: line.kept.machine_code for line in cart.lines if line.kept.serial_number}
    return {serial: serial if _may_see(tx, visit, code) else code for serial, code in codes.items()}


def _may_see(tx: ReadTx, visit: Visit, code: str) -> bool:
    """A serial number that came without a label was known before."""
    if not code:
        return True
    strangers_see = Sight[visit.app.settings.machines.strangers_see.upper()]
    try:
        machine = assets.get_asset(tx, code)
    except UnknownCode:
        return False
    return machines.sight_of(tx, machine, visit.account, strangers_see=strangers_see) >= Sight.FACTS
