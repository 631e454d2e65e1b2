"""Making a machine known, and changing all that is known of it."""

from collections.abc import Mapping

from partscounter.database import WriteTx
from partscounter.domain import assets
from partscounter.domain.assets import Asset
from partscounter.domain.machines.errors import MachineChanged
from partscounter.domain.machines.facts import read_facts, version_of


def add_machine(tx: WriteTx, texts: Mapping[str, str], *, originator: str, customer_id: int | None = None) -> Asset:
    """The machine that `texts` describe (`facts.FACTS`), with the code that they name as `qr_code`, or a new one.

    Refuses with InvalidMachine naming every fault, and with CodeTaken.
    """
    facts = read_facts(texts, tx.now)
    code = facts.qr_code or assets.new_code()
    return assets.associate_asset(tx, qr_code=code, originator=originator, customer_id=customer_id, **facts.told)


def edit_machine(
    tx: WriteTx, machine_id: int, texts: Mapping[str, str], *, customer_id: int | None, version: str
) -> Asset:
    """The machine with all that `texts` say, which is everything but its code.

    Refuses with InvalidMachine, with CodeTaken where another machine has this make and serial number, and with
    MachineChanged where it is not any more as it was when its `version` was seen (`version_of`).
    """
    facts = read_facts(texts, tx.now)
    machine = assets.lock_machine(tx, machine_id)
    if version_of(machine) != version:
        raise MachineChanged("Somebody else has changed this machine meanwhile.")
    return assets.change_asset(tx, machine, **facts.told, customer_id=customer_id)
