"""Finding service kits."""

from partscounter.database import ReadTx
from partscounter.domain.machines.kits import store as sql
from partscounter.domain.machines.kits.kit import Kit
from partscounter.kit.text import squash


def list_kits_of_model(tx: ReadTx, make: str, model: str) -> list[Kit]:
    """The kits for machines of this make and model in any spelling, those of few hours first."""
    return sql.kits(tx, squash(make), squash(model))


def find_kit(tx: ReadTx, kit_id: int) -> Kit | None:
    """By its id."""
    return sql.find_kit(tx, kit_id)


def list_kits(tx: ReadTx) -> list[Kit]:
    """Every kit, by make, model and hours."""
    return sql.kits(tx)
