"""`partscounter mappings`: what an API user's own words do, what they leave out, and what others would do."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from partscounter.app import open_app
from partscounter.cli.invocation import settings_of
from partscounter.cli.mapping_user import UserName, find_user
from partscounter.cli.place import Data, Place
from partscounter.domain import mappings
from partscounter.domain.mappings import Coverage, MappingPlan, UnmatchedWord, WordFate
from partscounter.search import count_named
from partscounter.wire.inventory.scope import everything_seen
from partscounter.wire.inventory.user import user_of

_Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
_File = Annotated[
    Path, typer.Argument(help="CSV with a header.", metavar="FILE.csv", exists=True, dir_okay=False, readable=True)
]


def register(program: typer.Typer) -> None:
    """Add the command group."""
    group = typer.Typer(no_args_is_help=True, help="Look at the words of an API user.")
    group.command("coverage")(coverage)
    group.command("plan")(plan)
    program.add_typer(group, name="mappings")


def coverage(context: typer.Context, user: UserName, as_json: _Json = False, data: Data = None) -> None:
    """Which words of the user match nothing in the catalogue, which names of the catalogue it has no word for, and what
    it searched for in vain.
    """
    settings = Place(data=data).of(settings_of(context))
    credential = find_user(settings, user)
    with open_app(settings) as app, app.database.read() as tx:
        reports = mappings.report_coverage(tx, credential.id)
    if as_json:
        typer.echo(json.dumps([_coverage_data(report) for report in reports], indent=2))
    else:
        _print(line for report in reports for line in _coverage_lines(report))


def plan(context: typer.Context, file: _File, user: UserName, as_json: _Json = False, data: Data = None) -> None:
    """What the mapping in FILE.csv would change for the user's searches. Writes nothing."""
    rows = mappings.read_mapping_file(file)
    settings = Place(data=data).of(settings_of(context))
    credential = find_user(settings, user)
    with open_app(settings) as app, app.database.read() as tx:
        count_items = count_named(app.search, everything_seen(tx, user_of(credential)))
        planned = mappings.plan_mapping(tx, credential.id, rows, count_items)
    if as_json:
        typer.echo(json.dumps(_plan_data(planned), indent=2))
    else:
        _print(_plan_lines(file.name, user, planned))


def _print(lines: Iterator[str]) -> None:
    for line in lines:
        typer.echo(line)


def _coverage_lines(report: Coverage) -> Iterator[str]:
    yield (
        f"{report.kind.value}: {report.values:,} values, {len(report.dead_values):,} match nothing; "
        f"{report.natives:,} native names, {len(report.unmapped_natives):,} unmapped"
    )
    for value in report.dead_values:
        yield f"  matches nothing: {value.text}"
    for name in report.unmapped_natives:
        yield f"  unmapped: {name.text}"
    for word in report.unmatched:
        times = "once" if word.searches == 1 else f"{word.searches:,} times"
        yield f"  searched for in vain: {word.text} ({times}, last {word.last_at:%Y-%m-%d %H:%M} UTC)"


def _coverage_data(report: Coverage) -> dict[str, object]:
    return {
        "kind": report.kind.value,
        "values": report.values,
        "matches_nothing": [value.text for value in report.dead_values],
        "natives": report.natives,
        "unmapped": [name.text for name in report.unmapped_natives],
        "searched_in_vain": [_word_data(word) for word in report.unmatched],
    }


def _word_data(word: UnmatchedWord) -> dict[str, object]:
    return {"value": word.text, "searches": word.searches, "last_at": word.last_at.isoformat()}


def _plan_lines(file_name: str, user: str, planned: MappingPlan) -> Iterator[str]:
    counts = {fate: sum(change.fate is fate for change in planned.changes) for fate in WordFate}
    told = ", ".join(f"{count:,} {fate}" for fate, count in counts.items())
    yield f"{file_name}: {planned.size.values:,} values of {user} for {planned.size.pairs:,} native names; {told}"
    for change in planned.changes:
        items = f"{change.items_before:,} items before, {change.items_after:,} after"
        yield f"  {change.kind.value} {change.fate}: {change.text} ({items})"


def _plan_data(planned: MappingPlan) -> dict[str, object]:
    changes = [
        {
            "kind": change.kind.value,
            "value": change.text,
            "change": change.fate.value,
            "items_before": change.items_before,
            "items_after": change.items_after,
        }
        for change in planned.changes
    ]
    return {"values": planned.size.values, "native_names": planned.size.pairs, "changes": changes}
