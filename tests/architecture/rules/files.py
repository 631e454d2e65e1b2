"""What the rules look at: every file of the project that is, or is about to be, committed."""

import ast
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).parents[3]


@dataclass(frozen=True)
class TextFile:
    """A text with its place in the repository."""

    path: PurePosixPath
    text: str

    @property
    def line_count(self) -> int:
        return self.text.count("\n")

    def tree(self) -> ast.Module:
        """The file as Python."""
        return _parsed(self.text, str(self.path))

    def is_under(self, folder: str) -> bool:
        return self.path.is_relative_to(folder)


@cache
def _parsed(text: str, name: str) -> ast.Module:
    return ast.parse(text, name)


@cache
def committed_paths() -> frozenset[PurePosixPath]:
    """Every file that git knows or would add."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return frozenset(PurePosixPath(name) for name in listed.split("\0") if name and (ROOT / name).is_file())


@cache
def text_files() -> tuple[TextFile, ...]:
    """Every committed file that is UTF-8 text."""
    found = []
    for path in sorted(committed_paths()):
        try:
            found.append(TextFile(path, (ROOT / path).read_text(encoding="utf-8")))
        except UnicodeDecodeError:
            continue
    return tuple(found)


def python_files() -> tuple[TextFile, ...]:
    """Every committed Python file."""
    return tuple(file for file in text_files() if file.path.suffix == ".py")


def program_files() -> tuple[TextFile, ...]:
    """The Python files of the three distributions, without migrations, which are history and never edited."""
    return tuple(
        file
        for file in python_files()
        if {"src"} & set(file.path.parts) and "migrations" not in file.path.parts and not file.is_under("tests")
    )
