"""Wants as tables: what is wanted, the names it is found by, and the items that fit."""

import sqlalchemy as sa

from partscounter.database.metadata import BigId, Moment, metadata

wants = sa.Table(
    "wants",
    metadata,
    sa.Column("id", BigId, primary_key=True, autoincrement=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("title", sa.Text, nullable=False),
    sa.Column("lead_id", sa.ForeignKey("leads.id"), index=True),
    sa.Column("customer_id", sa.ForeignKey("customers.id"), index=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("email", sa.Text, nullable=False),
    sa.Column("language", sa.Text, nullable=False),
    sa.Column("year_from", sa.Integer),
    sa.Column("year_to", sa.Integer),
    sa.Column("keywords", sa.Text, nullable=False),
    sa.Column("line", sa.SmallInteger),
    sa.Column("dealer_id", sa.ForeignKey("dealers.id")),
    sa.Column("credential_id", sa.ForeignKey("credentials.id", ondelete="SET NULL")),
    sa.Column("created_at", Moment, nullable=False),
    sa.Column("ended_at", Moment),
    sa.Index("ix_wants_open", "ended_at", "created_at"),
)

want_words = sa.Table(
    "want_words",
    metadata,
    sa.Column("want_id", sa.ForeignKey("wants.id"), primary_key=True),
    sa.Column("kind", sa.Text, primary_key=True),
    # The name squashed to letters and digits, as in the table of names.
    sa.Column("key", sa.Text, primary_key=True),
    # Whether items are led to the want by this word; the others of its words are looked at afterwards.
    sa.Column("leads_here", sa.Boolean, nullable=False),
    sa.Index("ix_want_words_key", "kind", "key"),
)

want_items = sa.Table(
    "want_items",
    metadata,
    # The one row of a want and an item: whoever writes it first has the customer told, and nobody else.
    sa.Column("want_id", sa.ForeignKey("wants.id"), primary_key=True),
    sa.Column("item_id", sa.ForeignKey("items.id"), primary_key=True, index=True),
    # On offer already when the want came in: no arrival, until it was sold and comes back.
    sa.Column("was_there", sa.Boolean, nullable=False),
    sa.Column("matched_at", Moment, nullable=False),
    sa.Column("told_at", Moment),
)

want_progress = sa.Table(
    "want_progress",
    metadata,
    sa.Column("id", sa.SmallInteger, primary_key=True, autoincrement=False),
    # The event up to which items were compared with the wants.
    sa.Column("cursor", sa.BigInteger, nullable=False),
)
