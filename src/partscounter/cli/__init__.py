"""The command line: one file per command group."""

from partscounter.cli.program import build_program
from partscounter.kit.garbage import seek_garbage_seldom

__all__ = ["build_program", "main"]


def main() -> None:
    """Entry point of the `partscounter` command."""
    seek_garbage_seldom()
    build_program()()
