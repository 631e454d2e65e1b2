"""What the options before the command said, and the settings that follow from it."""

import os
from dataclasses import dataclass
from pathlib import Path

import typer

from partscounter.settings import Settings, environments_of, read_settings


@dataclass(frozen=True, slots=True)
class Invocation:
    """One call of the program."""

    config: Path | None
    environment: str = ""
    """The one named for this call; empty for none."""

    def settings(self) -> Settings:
        """The settings in effect, of the whole instance. Raises SettingsRefused, which the program shows."""
        return read_settings(os.environ, self.config)

    def settings_of_one(self) -> Settings:
        """The settings of one environment: the only one, or the one that was named."""
        known = environments_of(self.settings())
        if not self.environment and len(known) == 1:
            return next(iter(known.values()))
        if self.environment not in known:
            names = ", ".join(known)
            raise typer.BadParameter(
                f"this instance has {names}; name one of them before the command", param_hint="--environment"
            )
        return known[self.environment]


def settings_of(context: typer.Context) -> Settings:
    """The settings of one environment, for a command that has declared a `typer.Context`. Raises SettingsRefused, and
    BadParameter where it is open which of several is meant.
    """
    return _invocation(context).settings_of_one()


def instance_of(context: typer.Context) -> Settings:
    """The settings of the whole instance, for the few commands that are not about the data of one environment."""
    return _invocation(context).settings()


def _invocation(context: typer.Context) -> Invocation:
    invocation = context.find_object(Invocation)
    if invocation is None:
        raise LookupError("a command runs under the options of the program")
    return invocation
