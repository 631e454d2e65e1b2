"""The environments of an instance: one in production, three in QA, each with data of its own.

Order tracking's QA is one address with three environments behind it ("Accessing the API"). Each is a whole counter: its
database, its index, its credentials and its outbox are its own.
"""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import urlsplit, urlunsplit

from partscounter.settings.concerns import Settings

PRODUCTION: Final = "production"
QA_ENVIRONMENTS: Final = ("qa1parts", "qa2parts", "qa3parts")
PREFIX: Final = "/environments/"
"""Before the name of an environment in an address, for callers that can send no header, such as links in mails."""


def environments_of(settings: Settings) -> Mapping[str, Settings]:
    """The settings of each environment, by its name."""
    if settings.tracking.environment == PRODUCTION:
        return {PRODUCTION: settings}
    return {name: _in_environment(settings, name) for name in QA_ENVIRONMENTS}


def _in_environment(settings: Settings, name: str) -> Settings:
    base = settings.server.public_base_url
    server = replace(
        settings.server,
        data_dir=settings.server.data_dir / name,
        public_base_url=base and base.rstrip("/") + PREFIX + name,
    )
    database = replace(settings.database, url=_database_of(settings.database.url, name))
    return replace(settings, server=server, database=database)


def _database_of(url: str, name: str) -> str:
    """A file beside the one that is set, or a schema in the database that is set."""
    if not url:
        return ""
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        path = PurePosixPath(parts.path)
        # urlunsplit would drop the slashes of the empty host.
        return f"sqlite://{path.with_name(f'{path.stem}-{name}{path.suffix}')}"
    schema = f"options=-csearch_path%3D{name}"
    return urlunsplit(parts._replace(query=f"{parts.query}&{schema}" if parts.query else schema))
