"""The one MetaData that every concept's `tables.py` declares into, and the column types that both engines share."""

from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

from partscounter.kit.made_once import made_once

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(column_0_N_label)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

BigId = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
"""A 64-bit key: SQLite's rowid alias needs the word INTEGER."""

JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")


class Amount(TypeDecorator[Decimal]):
    """Money as a whole number of cents, so that both engines add and compare it exactly."""

    impl = sa.BigInteger
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> int | None:  # noqa: ARG002
        return None if value is None else int(value.scaleb(2).to_integral_exact())

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[int | None], Decimal | None]:  # noqa: ARG002
        return _amount_of


def _of_cents(cents: int | None) -> Decimal | None:
    return None if cents is None else cents * _CENT


_CENT = Decimal("0.01")
_amount_of = made_once(_of_cents, most=4096)
"""An order is full of equal amounts, most of them nothing."""


class Moment(TypeDecorator[datetime]):
    """A point in time, always UTC: `timestamptz` on PostgreSQL, ISO text on SQLite. Refuses a naive datetime."""

    impl = sa.DateTime
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> sa.types.TypeEngine[Any]:
        return dialect.type_descriptor(sa.DateTime(timezone=dialect.name == "postgresql"))

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"a naive datetime is no point in time: {value!r}")
        moment = value.astimezone(UTC)
        return moment if dialect.name == "postgresql" else moment.replace(tzinfo=None)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:  # noqa: ANN401, ARG002
        if value is None:
            return None
        moment: datetime = value
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
