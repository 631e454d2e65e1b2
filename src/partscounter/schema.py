"""Imports every table of the program, so that `database.metadata` is complete: for migrations and tests."""

from partscounter.database import tables as events
from partscounter.database.metadata import metadata

__all__ = ["events", "metadata"]
