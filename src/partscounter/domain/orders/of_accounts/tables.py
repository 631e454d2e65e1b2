"""Which orders somebody has bought with an account."""

import sqlalchemy as sa

from partscounter.database.metadata import metadata

account_orders = sa.Table(
    "account_orders",
    metadata,
    sa.Column("account_id", sa.ForeignKey("accounts.id"), primary_key=True, autoincrement=False),
    sa.Column("dealer_id", sa.ForeignKey("dealers.id"), primary_key=True, autoincrement=False),
    # Every submission of an order has its uuid.
    sa.Column("uuid", sa.Text, primary_key=True),
)
