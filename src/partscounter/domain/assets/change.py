"""Changing what is known of a machine. Its code, make and serial number stay: they are what it is found by."""

from dataclasses import replace
from typing import Any

from partscounter.database import WriteTx
from partscounter.domain.assets import store as sql
from partscounter.domain.assets.asset import Asset
from partscounter.domain.assets.events import AssetChanged


def change_asset(tx: WriteTx, asset: Asset, **told: Any) -> Asset:  # noqa: ANN401 - by the names of Asset
    """The machine with what is `told` of it; where that is what is known already, nothing is written."""
    after = replace(asset, **told)
    changed = sorted(name for name in told if getattr(after, name) != getattr(asset, name))
    if changed:
        sql.update_asset(tx, after, changed)
        tx.emit(AssetChanged(asset_id=asset.id, changed=tuple(changed)))
    return after
