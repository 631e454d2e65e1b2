"""Drafts the next migration from the difference between the tables in code and those that the last one leaves.

For those who change the program, by `make migration name=0002_what_it_does`; no part of the installed command.
"""

import sys
import tempfile
from pathlib import Path

from partscounter.database.migrate import draft, upgrade
from partscounter.schema import metadata


def main(name: str) -> None:
    """Write `name`.py beside the other versions, compared with a new database that has all of those."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'empty.db'}"
        upgrade(url)
        path = draft(name, metadata, url)
    sys.stdout.write(f"{path}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
