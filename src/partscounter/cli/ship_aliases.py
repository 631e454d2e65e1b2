"""Brings the aliases that come with the program into a counter's table."""

from partscounter.database.engine import open_database
from partscounter.domain.catalog import aliases
from partscounter.kit.actor import Actor
from partscounter.kit.clock import SystemClock
from partscounter.settings import Settings

ACTOR = Actor(name="aliases", door="cli")


def ship_aliases(settings: Settings) -> None:
    """Those that this version has and the table has never had. The tables must be there."""
    database = open_database(settings.database_url, SystemClock())
    try:
        database.write(ACTOR, aliases.ship_aliases)
    finally:
        database.close()
