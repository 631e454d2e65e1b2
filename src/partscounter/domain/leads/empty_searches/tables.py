"""Searches that found nothing, as a table: a row for each month and what was searched for."""

import sqlalchemy as sa

from partscounter.database.metadata import Moment, metadata

empty_searches = sa.Table(
    "empty_searches",
    metadata,
    # The month in UTC, such as 2026-03.
    sa.Column("month", sa.Text, primary_key=True),
    sa.Column("part_type", sa.Text, primary_key=True),
    sa.Column("make", sa.Text, primary_key=True),
    sa.Column("model", sa.Text, primary_key=True),
    sa.Column("keywords", sa.Text, primary_key=True),
    sa.Column("searches", sa.BigInteger, nullable=False),
    sa.Column("last_at", Moment, nullable=False),
    sa.Index("ix_empty_searches_month", "month", "searches"),
)
