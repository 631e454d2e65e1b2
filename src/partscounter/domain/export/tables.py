"""Named consumers of the order export, what each has received, and receipts."""

import sqlalchemy as sa

from partscounter.database.metadata import BigId, Moment, metadata

export_consumers = sa.Table(
    "export_consumers",
    metadata,
    sa.Column("id", BigId, primary_key=True, autoincrement=True),
    sa.Column("dealer_id", BigId, sa.ForeignKey("dealers.id"), nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("after_order", BigId, nullable=False),
    sa.Column("created_at", Moment, nullable=False),
    sa.UniqueConstraint("dealer_id", "name", name="one_consumer_of_a_name"),
)

export_marks = sa.Table(
    "export_marks",
    metadata,
    sa.Column("consumer_id", BigId, sa.ForeignKey("export_consumers.id"), primary_key=True),
    sa.Column("order_id", BigId, sa.ForeignKey("orders.id"), primary_key=True),
    sa.Column("received_at", Moment, nullable=False),
)

export_receipts = sa.Table(
    "export_receipts",
    metadata,
    sa.Column("id", BigId, primary_key=True, autoincrement=True),
    sa.Column("dealer_id", BigId, sa.ForeignKey("dealers.id"), nullable=False),
    sa.Column("consumer_id", BigId, sa.ForeignKey("export_consumers.id")),
    sa.Column("given_at", Moment, nullable=False),
    sa.Column("given_to", sa.Text, nullable=False),
    sa.Column("marked", sa.Integer, nullable=False),
    sa.Column("waiting", sa.Integer, nullable=False),
    sa.Column("digest", sa.Text, nullable=False),
    sa.Index("ix_export_receipts_dealer_id", "dealer_id", "id"),
)
