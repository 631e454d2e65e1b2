"""The store: read and write transactions, the event log, migrations. SQLite embedded, PostgreSQL when outgrown."""

from partscounter.database.transaction import Database, ReadTx, WriteTx, read_when_needed

__all__ = ["Database", "ReadTx", "WriteTx", "read_when_needed"]
