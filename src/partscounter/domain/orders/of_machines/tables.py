"""Which orders are for which machine."""

import sqlalchemy as sa

from partscounter.database.metadata import metadata

order_machines = sa.Table(
    "order_machines",
    metadata,
    sa.Column("serial_key", sa.Text, primary_key=True),
    sa.Column("order_id", sa.ForeignKey("orders.id"), primary_key=True, autoincrement=False),
)
