"""Imports that were handed in, as a table. The files themselves lie in the data folder."""

import sqlalchemy as sa

from partscounter.database.metadata import JSON, BigId, Moment, metadata

file_imports = sa.Table(
    "file_imports",
    metadata,
    sa.Column("id", BigId, primary_key=True, autoincrement=True),
    # Who handed it in: a dealer's system, or a person.
    sa.Column("credential_id", BigId, sa.ForeignKey("credentials.id", ondelete="CASCADE")),
    sa.Column("account_id", BigId, sa.ForeignKey("accounts.id")),
    sa.Column("user_id", BigId, sa.ForeignKey("credentials.id", name="fk_file_imports_user_id", ondelete="CASCADE")),
    # A plan is carried out once.
    sa.Column("plan_id", BigId, sa.ForeignKey("file_imports.id", ondelete="SET NULL"), unique=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("file_name", sa.Text, nullable=False),
    sa.Column("size", sa.BigInteger, nullable=False),
    sa.Column("dry_run", sa.Boolean, nullable=False),
    # Percent; a full replacement has it, an ordinary import does not.
    sa.Column("allow_retire", sa.SmallInteger),
    sa.Column("token", sa.Text, nullable=False),
    # Of the file and of what was chosen for it: the same again is told from something else.
    sa.Column("digest", sa.Text, nullable=False),
    # What no two imports of a credential may share: the sender's key for ever, or else the digest until the end.
    sa.Column("repeat_key", sa.Text),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("counts", JSON, nullable=False),
    sa.Column("error_code", sa.Text, nullable=False, server_default=""),
    sa.Column("error", sa.Text, nullable=False, server_default=""),
    sa.Column("violations", JSON, nullable=False),
    sa.Column("taken_at", Moment, nullable=False),
    sa.Column("taken_by", sa.Text, nullable=False),
    sa.Column("started_at", Moment),
    sa.Column("ended_at", Moment),
    sa.UniqueConstraint("credential_id", "repeat_key"),
    sa.CheckConstraint("state IN ('waiting', 'running', 'done', 'refused', 'failed')", name="state"),
)

import_undos = sa.Table(
    "import_undos",
    metadata,
    # An import is taken back once.
    sa.Column("import_id", BigId, sa.ForeignKey("file_imports.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("asked_at", Moment, nullable=False),
    sa.Column("asked_by", sa.Text, nullable=False),
    sa.Column("ended_at", Moment),
)
