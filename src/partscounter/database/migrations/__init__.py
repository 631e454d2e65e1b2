"""The schema's history, in order; each version runs on SQLite and on PostgreSQL (see `database.migrate`)."""
