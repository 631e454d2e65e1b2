"""What the options before the command said, and the settings that follow from it."""

import os
from dataclasses import dataclass
from pathlib import Path

import typer

from partscounter.settings import Settings, read_settings


@dataclass(frozen=True, slots=True)
class Invocation:
    """One call of the program."""

    config: Path | None

    def settings(self) -> Settings:
        """The settings in effect. Raises SettingsRefused, which the program shows."""
        return read_settings(os.environ, self.config)


def settings_of(context: typer.Context) -> Settings:
    """The settings for a command that has declared a `typer.Context`. Raises SettingsRefused."""
    invocation = context.find_object(Invocation)
    if invocation is None:
        raise LookupError("a command runs under the options of the program")
    return invocation.settings()
