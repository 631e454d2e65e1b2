"""Run by Alembic to set up its context; the connection and the tables come from `database.migrate`."""

from typing import Literal

import sqlalchemy as sa
from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlalchemy.sql.elements import False_, True_

from partscounter.database import metadata as types

_SHARED = ((types.BigId, "BigId"), (types.JSON, "JSON"))


def spell(kind: str, item: object, autogen: AutogenContext) -> str | Literal[False]:
    """What a drafted step says for `item` where Alembic's own words (False) would be of one engine, or hard to read.

    The program's column types go by their names. A default of true or false is spelled by each engine in its own way.
    """
    if kind == "server_default" and isinstance(item, sa.DefaultClause) and isinstance(item.arg, True_ | False_):
        return "sa.true()" if isinstance(item.arg, True_) else "sa.false()"
    if kind != "type":
        return False
    names = [name for shared, name in _SHARED if item is shared]
    if isinstance(item, types.Amount | types.Moment):
        names = [type(item).__name__]
    if not names:
        return False
    autogen.imports.add(f"from partscounter.database.metadata import {names[0]}")
    return repr(item) if isinstance(item, types.Amount | types.Moment) else names[0]


attributes = context.config.attributes
context.configure(
    connection=attributes["connection"],
    target_metadata=attributes["metadata"],
    render_as_batch=True,
    render_item=spell,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
