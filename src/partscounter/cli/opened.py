"""The program on the database that an import is for, also where there is none yet."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from partscounter.app import App, open_app
from partscounter.cli.serve import prepare
from partscounter.database.migrate import has_tables
from partscounter.settings import DatabaseSettings, Settings


@contextmanager
def opened(settings: Settings, *, for_good: bool) -> Iterator[App]:
    """The program on its database. Where there is none yet it is made; for a dry run elsewhere, to be thrown away."""
    if has_tables(settings.database_url):
        with open_app(settings) as app:
            yield app
    elif for_good:
        prepare(settings)
        with open_app(settings) as app:
            yield app
    else:
        with tempfile.TemporaryDirectory(prefix="partscounter-") as folder:
            elsewhere = replace(settings.server, data_dir=Path(folder))
            passing = replace(settings, server=elsewhere, database=DatabaseSettings())
            prepare(passing)
            with open_app(passing) as app:
                yield app
