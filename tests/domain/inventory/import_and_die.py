"""Imports a feed until so many items are stored, and is then killed by its own hand: no handler, no clean-up."""

import os
import signal
import sys
from pathlib import Path

from partscounter.database import WriteTx
from partscounter.database.engine import open_database
from partscounter.domain.inventory import imports
from partscounter.domain.inventory.imports import ImportOptions, Replacement
from partscounter.kit.actor import Actor
from partscounter.kit.clock import SystemClock
from partscounter.kit.event import Event

URL, FEED, DEADLY = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
emitted: list[Event] = []


def die(_tx: WriteTx, event: Event, _id: int) -> None:
    """Inside the transaction of the event with this number, whose changes are written and not committed."""
    emitted.append(event)
    if len(emitted) == DEADLY:
        os.kill(os.getpid(), signal.SIGKILL)


database = open_database(URL, SystemClock(), die)
options = ImportOptions(replacement=Replacement(most_percent=100), entered_at_once=100)
imports.import_feed(database, imports.open_feed(FEED), Actor("x", "x"), SystemClock(), lambda *_: None, options=options)
