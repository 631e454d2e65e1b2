"""Changing what is known of a machine, correcting what it is found by, and giving it another code."""

from dataclasses import replace
from typing import Any

from partscounter.database import WriteTx
from partscounter.domain.assets import store as sql
from partscounter.domain.assets.asset import Asset
from partscounter.domain.assets.code import parse_code
from partscounter.domain.assets.errors import CodeTaken
from partscounter.domain.assets.events import AssetChanged
from partscounter.domain.assets.lookup import lock_machine


def change_asset(tx: WriteTx, asset: Asset, **told: Any) -> Asset:  # noqa: ANN401 - by the names of Asset
    """The machine with what is `told` of it; where that is what is known already, nothing is written.

    Refuses with CodeTaken where another machine has the same make and serial number.
    """
    after = replace(asset, **told)
    changed = sorted(name for name in told if getattr(after, name) != getattr(asset, name))
    if changed:
        if not sql.update_asset(tx, after, changed):
            raise CodeTaken(f"{after.make} {after.serial_number} is associated already.")
        tx.emit(AssetChanged(asset_id=asset.id, changed=tuple(changed)))
    return after


def replace_code(tx: WriteTx, asset: Asset, qr_code: str) -> Asset:
    """The machine with another code: the label was lost or destroyed. The old code leads nowhere from now on.

    Refuses with MalformedCode, and with CodeTaken where a machine has it, also where two take it at the same moment, or
    where this one got another code meanwhile.
    """
    machine = lock_machine(tx, asset.id)
    if machine.qr_code != asset.qr_code:
        raise CodeTaken(f"The machine has the code {machine.qr_code} by now.")
    after = replace(machine, qr_code=parse_code(qr_code))
    if after == machine:
        return machine
    if not sql.update_asset(tx, after, ["qr_code"]):
        raise CodeTaken(f"{after.qr_code} is associated already.")
    # A code that was printed before would be free again, and the old label could be claimed for another machine.
    sql.delete_code(tx, asset.qr_code)
    tx.emit(AssetChanged(asset_id=asset.id, changed=("qr_code",)))
    return after
