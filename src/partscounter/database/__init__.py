"""The store: read and write transactions, the event log, migrations. SQLite embedded, PostgreSQL when outgrown."""

from partscounter.database.transaction import Database, ReadTx, ReadWhenNeeded, WriteTx

__all__ = ["Database", "ReadTx", "ReadWhenNeeded", "WriteTx"]
