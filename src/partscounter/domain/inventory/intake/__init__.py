"""Rows on their way into the stock: the one path for files, feeds and programs."""

from partscounter.domain.inventory.intake.enter import (
    Entered,
    PlacedRow,
    enter_rows,
    find_differing,
    overwrite_rows,
)
from partscounter.domain.inventory.intake.row import NAMED, FedRow, amount, cents, digest_of, json_list, json_terms
from partscounter.domain.inventory.intake.store import lock_intake
from partscounter.domain.inventory.intake.witness import UNWITNESSED, Entering, Witness

__all__ = [
    "NAMED",
    "UNWITNESSED",
    "Entered",
    "Entering",
    "FedRow",
    "PlacedRow",
    "Witness",
    "amount",
    "cents",
    "digest_of",
    "enter_rows",
    "find_differing",
    "json_list",
    "json_terms",
    "lock_intake",
    "overwrite_rows",
]
