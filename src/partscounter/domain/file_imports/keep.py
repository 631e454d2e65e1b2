"""The folder in which files wait to be imported, and error files to be fetched."""

import os
import secrets
import time
from dataclasses import dataclass
from pathlib import Path

from partscounter.domain.file_imports.file_import import FileImport
from partscounter.kit.sheets import GivenFile

KEPT_SECONDS = 30 * 24 * 3600
"""How long an error file can be fetched, and how long a file may lie here that no import knows of."""

NAMELESS = "the file"
"""What a file is called whose sender gives no name."""


@dataclass(frozen=True, slots=True)
class Folder:
    """It must be one folder for all web and worker processes."""

    path: Path

    def keep(self, arrived: Path) -> str:
        """Move the file `arrived` in; the token that names it from now on."""
        token = secrets.token_hex(16)
        arrived.replace(self.path / f"{token}.data")
        return token

    def share(self, token: str) -> str | None:
        """A second name for the file, which stays until both are forgotten; None where it is gone."""
        second = secrets.token_hex(16)
        try:
            os.link(self.path / f"{token}.data", self.path / f"{second}.data")
        except FileNotFoundError:
            return None
        return second

    def forget(self, token: str) -> None:
        """Delete the file; its error file stays."""
        (self.path / f"{token}.data").unlink(missing_ok=True)

    def source(self, each: FileImport) -> GivenFile:
        """The file itself, under the name that its sender gave it."""
        return GivenFile(self.path / f"{each.token}.data", each.file_name or NAMELESS)

    def errors(self, each: FileImport) -> Path:
        """Its error file; there is none before the end, nor where nothing is wrong."""
        return self.path / f"{each.token}.errors.csv"

    def sweep(self) -> None:
        """Delete what has lain here for too long."""
        oldest = time.time() - KEPT_SECONDS
        for file in self.path.iterdir():
            if file.stat().st_mtime < oldest:
                file.unlink(missing_ok=True)
