"""The command line: one file per command group."""

from partscounter.cli.program import build_program

__all__ = ["build_program", "main"]


def main() -> None:
    """Entry point of the `partscounter` command."""
    build_program()()
