"""How every command speaks: results to standard output, refusals to standard error.

Exit codes: 0 done; 1 refused, nothing was changed; 2 the command was called wrongly.
"""

import typer
from typer.core import TyperCommand, TyperGroup

from partscounter.cli.commands import COMMANDS, load_command
from partscounter.kit.refusal import Invalid, Refusal
from partscounter.settings import SettingsRefused

REFUSED = 1


class RefusalsShown(TyperGroup):
    """The program's root group: a refusal in any command is shown and ends it with exit code 1; a bug is not caught.

    Its commands are loaded when they are asked for.
    """

    def list_commands(self, ctx: typer.Context) -> list[str]:  # type: ignore[override]  # typer's name of its Context
        return [*COMMANDS, *super().list_commands(ctx)]

    def get_command(self, ctx: typer.Context, cmd_name: str) -> TyperCommand | None:  # type: ignore[override]
        return super().get_command(ctx, cmd_name) or load_command(cmd_name)  # type: ignore[return-value]  # the same

    def invoke(self, ctx: typer.Context) -> object:  # type: ignore[override]  # typer's public name of its own Context
        try:
            return super().invoke(ctx)
        except Refusal as refusal:
            _show_refusal(refusal)
        except SettingsRefused as refused:
            _show_refused_settings(refused)
        raise typer.Exit(REFUSED)


def _show_refusal(refusal: Refusal) -> None:
    _print_refused(f" ({refusal.code}): {refusal.message}")
    if isinstance(refusal, Invalid):
        for violation in refusal.violations:
            typer.echo(f"  {violation.field}: {violation.issue}", err=True)


def _show_refused_settings(refused: SettingsRefused) -> None:
    _print_refused(": these settings are not right")
    for problem in refused.problems:
        typer.echo(f"  {problem.setting} {problem.issue}", err=True)


def _print_refused(why: str) -> None:
    typer.echo(typer.style("refused", fg=typer.colors.RED, bold=True) + why, err=True)
