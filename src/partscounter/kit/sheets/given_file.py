"""A file to be read, under the name by which refusals speak of it."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class GivenFile:
    """A file on disk, and what whoever gave it calls it: our copy of an upload has a name of its own."""

    path: Path
    name: str


AnyFile = Path | GivenFile
"""A path alone is known by its own name."""


def given(file: AnyFile) -> GivenFile:
    """The file with the name that it has, whichever way it was handed over."""
    return file if isinstance(file, GivenFile) else GivenFile(file, file.name)
