"""Making service kits known."""

from collections.abc import Sequence

from partscounter.database import WriteTx
from partscounter.domain.machines.kits import store as sql
from partscounter.domain.machines.kits.kit import Kit


def put_kits(tx: WriteTx, kits: Sequence[Kit]) -> None:
    """Each has from now on the parts that it has here, whether it was known or not; one without parts is gone."""
    for kit in kits:
        sql.put_kit(tx, kit)
