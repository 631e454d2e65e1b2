"""The program on the database that an import is for, also where there is none yet."""

import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path

from partscounter.app import App, open_app
from partscounter.cli.serve import prepare
from partscounter.database.migrate import has_tables
from partscounter.settings import DatabaseSettings, Settings


@contextmanager
def opened(settings: Settings, *, for_good: bool) -> Iterator[App]:
    """The program on its database. Where there is none yet it is made; for a dry run elsewhere, to be thrown away."""
    is_new = not has_tables(settings.database_url)
    with ExitStack() as stack:
        if is_new and not for_good:
            folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="partscounter-"))
            elsewhere = replace(settings.server, data_dir=Path(folder))
            settings = replace(settings, server=elsewhere, database=DatabaseSettings())
        if is_new:
            prepare(settings)
        yield stack.enter_context(open_app(settings))
