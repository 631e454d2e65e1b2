"""The API user whose mapping a command is about."""

from typing import Annotated

import typer

from partscounter.app import open_app
from partscounter.database.migrate import has_tables
from partscounter.domain import access
from partscounter.domain.access import Credential, CredentialNotFound, Product
from partscounter.settings import Settings

UserName = Annotated[str, typer.Option("--user", help="Name of the inventory credential.", metavar="NAME")]


def find_user(settings: Settings, name: str) -> Credential:
    """The inventory credential of that name. Refuses with CredentialNotFound, also where there is no database yet."""
    if has_tables(settings.database_url):
        with open_app(settings) as app, app.database.read() as tx:
            found = access.find_credential(tx, Product.INVENTORY, name)
        if found is not None:
            return found
    raise CredentialNotFound(f"there is no inventory credential {name!r}")
