"""The files that all pages share, at one address of their own."""

from functools import cache
from pathlib import Path
from typing import Final

from partscounter.web.static import StaticFiles

PREFIX: Final = "/assets/"


@cache
def shared_files() -> StaticFiles:
    """Style sheet and mark; read once."""
    return StaticFiles(Path(__file__).parent / "static", PREFIX.rstrip("/"))
