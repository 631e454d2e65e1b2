"""Carries SQLite's log into its file: between two commits, when whoever has written has got the answer.

SQLite itself does this within the commit that makes the log long, and that one commit waits. A commit is durable in the
log; how often the log is carried into the file decides only how long it gets and how often a page is copied.
"""

from contextlib import closing, suppress

import pysqlite3
import sqlalchemy as sa

DUE = 4000
"""Pages that only the log has (16 MB). Those that change again and again are copied once."""

NEVER_IN_A_COMMIT = "PRAGMA wal_autocheckpoint = 0"
"""For the connection that writes."""


def checkpoint_if_due(engine: sa.Engine, due: int = DUE) -> None:
    """Copy the log into the file if `due` of its pages are only there. Readers and other processes are not held up.

    What cannot be copied now, since the disk is full or another process is at it, is copied later.
    """
    with suppress(pysqlite3.Error, sa.exc.SQLAlchemyError), closing(engine.raw_connection()) as pooled:
        execute = pooled.cursor().execute
        [(_, pages, copied)] = execute("PRAGMA wal_checkpoint(NOOP)")
        if pages - copied >= due:
            execute("PRAGMA wal_checkpoint(PASSIVE)")
