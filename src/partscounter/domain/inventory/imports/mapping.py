"""Reads a mapping file: how a feed of other columns and words becomes the native one (docs/import.md)."""

import codecs
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from partscounter.domain.inventory.imports.columns import NAMES
from partscounter.domain.inventory.imports.errors import MappingRefused
from partscounter.kit.refusal import Violation

UTF_8 = "utf-8-sig"
"""UTF-8 with or without a byte order mark."""

DELIMITERS = (",", ";", "\t")
_KEYS = frozenset({"delimiter", "encoding", "columns", "constants", "values"})


@dataclass(frozen=True, slots=True)
class FeedMapping:
    """What is special about a feed; the empty one fits the native format."""

    columns: Mapping[str, str] = field(default_factory=dict)
    """Native column by the file's own name. A column that is not named here keeps its name."""
    constants: Mapping[str, str] = field(default_factory=dict)
    """Native column → the text that every row has there."""
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Native column → text in the file → native text."""
    delimiter: str = ""
    """Empty: found out from the header."""
    encoding: str = UTF_8


def read_mapping(path: Path) -> FeedMapping:
    """The mapping in the TOML file `path`; refuses with MappingRefused, naming everything that is wrong in it."""
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as failure:
        raise MappingRefused(f"{path.name} is not a readable TOML file: {failure}") from None
    violations = [Violation(key, f"is none of {', '.join(sorted(_KEYS))}") for key in tables if key not in _KEYS]
    mapping = FeedMapping(
        columns=_texts("columns", tables.get("columns", {}), violations),
        constants=_texts("constants", tables.get("constants", {}), violations),
        values=_values(tables.get("values", {}), violations),
        delimiter=_delimiter(tables.get("delimiter", ""), violations),
        encoding=_encoding(tables.get("encoding", UTF_8), violations),
    )
    violations += _contradictions(mapping)
    if violations:
        raise MappingRefused(f"{path.name} is no mapping", tuple(violations))
    return mapping


def _texts(place: str, table: object, violations: list[Violation]) -> dict[str, str]:
    """Only texts: a number would have lost its leading zeros."""
    if not isinstance(table, dict):
        violations.append(Violation(place, "must be a table"))
        return {}
    violations += [
        Violation(f"{place}.{name}", "must be a text in quotes", value)
        for name, value in table.items()
        if not isinstance(value, str)
    ]
    return {name.strip(): value.strip() for name, value in table.items() if isinstance(value, str)}


def _values(table: object, violations: list[Violation]) -> dict[str, dict[str, str]]:
    if not isinstance(table, dict):
        violations.append(Violation("values", "must be a table of tables"))
        return {}
    return {column: _texts(f"values.{column}", texts, violations) for column, texts in table.items()}


def _delimiter(value: object, violations: list[Violation]) -> str:
    if value != "" and value not in (*DELIMITERS, "|"):
        violations.append(Violation("delimiter", 'must be one of "," ";" "|" "\\t"', value))
    return str(value)


def _encoding(value: object, violations: list[Violation]) -> str:
    try:
        name = codecs.lookup(str(value)).name
        "".encode(name)
    except LookupError:  # also what a codec that is none of text raises
        violations.append(Violation("encoding", f"{value!r} is not a known text encoding", value))
        return UTF_8
    return UTF_8 if name == "utf-8" else name


def _contradictions(mapping: FeedMapping) -> list[Violation]:
    named = [(f'columns."{own}"', native) for own, native in mapping.columns.items()]
    named += [(f"constants.{native}", native) for native in mapping.constants]
    seen: dict[str, str] = {}
    violations = []
    for place, native in named:
        if native not in NAMES:
            violations.append(Violation(place, f"{native!r} is not a native column; docs/import.md lists them"))
        elif native in seen:
            violations.append(Violation(place, f"{native} is given by {seen[native]} already"))
        seen.setdefault(native, place)
    unknown = [native for native in mapping.values if native not in NAMES]
    return violations + [Violation(f"values.{native}", "is not a native column") for native in unknown]
