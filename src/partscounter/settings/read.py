"""Read the settings: the environment over an optional TOML file over the defaults, with every problem named at once."""

import dataclasses
import difflib
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_type_hints

from partscounter.settings.concerns import Settings
from partscounter.settings.contradictions import contradictions
from partscounter.settings.refused import SettingProblem, SettingsRefused
from partscounter.settings.setting import meaning_of
from partscounter.settings.value import NotRight, Value, value_of

PREFIX = "PARTSCOUNTER_"
CONFIG = "PARTSCOUNTER_CONFIG"

Key = tuple[str, str]
"""Concern and field."""


@dataclass(frozen=True, slots=True)
class _Given:
    """What the operator wrote for one setting, and under which name."""

    name: str
    raw: object


def read_settings(environment: Mapping[str, str], file: Path | None = None) -> Settings:
    """The settings in effect. `file` goes before the one that PARTSCOUNTER_CONFIG names; an empty text means not set.

    Raises SettingsRefused with all problems: unknown names, wrong values, contradictions, an unreadable file.
    """
    problems: list[SettingProblem] = []
    named = file or (Path(environment[CONFIG]) if environment.get(CONFIG) else None)
    given = _from_file(named, problems) | _from_environment(environment, problems)
    settings = _composed(given, problems)
    problems += contradictions(settings)
    if problems:
        raise SettingsRefused(tuple(problems))
    return settings


def setting_name(key: Key) -> str:
    """The name of a setting in the environment."""
    return f"{PREFIX}{key[0]}_{key[1]}".upper()


def known_settings() -> Iterator[tuple[Key, dataclasses.Field[Any], object]]:
    """Every setting with its field and type, in the order of the documentation."""
    for concern in dataclasses.fields(Settings):
        kind = get_type_hints(Settings)[concern.name]
        hints = get_type_hints(kind)
        for field in dataclasses.fields(kind):
            yield (concern.name, field.name), field, hints[field.name]


def _from_environment(environment: Mapping[str, str], problems: list[SettingProblem]) -> dict[Key, _Given]:
    names = {setting_name(key): key for key, _, _ in known_settings()}
    given = {}
    for name in sorted(environment):
        if name in names and environment[name]:
            given[names[name]] = _Given(name, environment[name])
        elif name not in names and name.startswith(PREFIX) and name != CONFIG:
            problems.append(SettingProblem(name, _unknown(name, list(names))))
    return given


def _from_file(file: Path | None, problems: list[SettingProblem]) -> dict[Key, _Given]:
    if file is None:
        return {}
    try:
        tables = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as failure:
        reason = failure.strerror if isinstance(failure, OSError) else failure
        problems.append(SettingProblem(str(file), f"must be a readable TOML file: {reason}"))
        return {}
    known = {".".join(key): key for key, _, _ in known_settings()}
    given = {}
    for path, raw in _leaves(tables):
        name = f"{path} in {file}"
        if path in known and raw != "":
            given[known[path]] = _Given(name, raw)
        elif path not in known:
            problems.append(SettingProblem(name, _unknown(path, list(known))))
    return given


def _leaves(tables: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    for concern, table in tables.items():
        if isinstance(table, dict):
            yield from ((f"{concern}.{name}", raw) for name, raw in table.items())
        else:
            yield concern, table


def _unknown(name: str, known: list[str]) -> str:
    near = difflib.get_close_matches(name, known, n=1)
    return f"is no setting; did you mean {near[0]}?" if near else "is no setting; docs/settings.md lists them"


def _composed(given: Mapping[Key, _Given], problems: list[SettingProblem]) -> Settings:
    values: dict[str, dict[str, Value]] = {}
    for key, field, kind in known_settings():
        if key not in given:
            continue
        try:
            values.setdefault(key[0], {})[key[1]] = value_of(given[key].raw, kind, meaning_of(field))
        except NotRight as wrong:
            problems.append(SettingProblem(given[key].name, str(wrong)))
    kinds = get_type_hints(Settings)
    return Settings(**{concern: kinds[concern](**fields) for concern, fields in values.items()})
