"""Whether aliases are a table of one step: every alias stands for one name, and no name is an alias itself."""

import re
from collections.abc import Iterator, Mapping, Sequence

from partscounter.domain.catalog.aliases.alias import ALIASED_KINDS, Alias, AliasRow
from partscounter.domain.catalog.aliases.errors import InvalidAliases
from partscounter.domain.catalog.name import NameKind
from partscounter.kit.refusal import Violation
from partscounter.kit.text import squash

LONGEST_TEXT = 500
MOST_NAMED = 100
"""Wrong aliases that a refusal names; the rest is counted."""

_CONTROL = re.compile(r"[\x00-\x1f\x7f]")

Key = tuple[NameKind, str]


def check_rows(rows: Sequence[AliasRow], known: Sequence[Alias]) -> list[Violation]:
    """What is wrong with `rows` put on top of the aliases that are `known`."""
    violations = check_each(rows)
    if violations:
        return violations
    stands_for, alias_of = _whole(rows, known)
    return [violation for row in rows for violation in _together(row, stands_for, alias_of)]


def check_each(rows: Sequence[AliasRow]) -> list[Violation]:
    """What is wrong with the rows whatever the others say."""
    return [violation for row in rows for violation in _alone(row)]


def refuse_violations(violations: Sequence[Violation]) -> None:
    """Refuses with InvalidAliases, naming the first, unless there are none."""
    if violations:
        shown = f"; the first {MOST_NAMED} are named" if len(violations) > MOST_NAMED else ""
        count = "1 alias is" if len(violations) == 1 else f"{len(violations)} aliases are"
        raise InvalidAliases(f"{count} wrong, so nothing was changed{shown}", tuple(violations[:MOST_NAMED]))


def _whole(rows: Sequence[AliasRow], known: Sequence[Alias]) -> tuple[Mapping[Key, str], Mapping[Key, str]]:
    """Alias → name, and name → one of its aliases, once the rows are in."""
    stands_for = {(alias.kind, squash(alias.text)): alias.name for alias in known}
    stands_for |= {(row.kind, squash(row.alias)): row.name for row in reversed(rows)}
    spelled = {(alias.kind, squash(alias.text)): alias.text for alias in known}
    spelled |= {(row.kind, squash(row.alias)): row.alias for row in rows}
    alias_of = {(kind, squash(name)): spelled[kind, key] for (kind, key), name in stands_for.items()}
    return stands_for, alias_of


def _alone(row: AliasRow) -> Iterator[Violation]:
    if row.kind not in ALIASED_KINDS:
        yield _wrong(row, "kind", f"{row.kind.value!r} has no aliases")
    for column, text in (("alias", row.alias), ("name", row.name)):
        if not squash(text):
            yield _wrong(row, column, "needs a letter a to z or a digit")
        elif len(text) > LONGEST_TEXT:
            yield _wrong(row, column, f"is longer than {LONGEST_TEXT} characters")
        elif _CONTROL.search(text):
            yield _wrong(row, column, f"{text[:40]!r} holds a control character or a line end")
    if squash(row.alias) == squash(row.name) != "":
        yield _wrong(
            row, "alias", f"{row.alias!r} and {row.name!r} are one name already: case and punctuation count not"
        )


def _together(row: AliasRow, stands_for: Mapping[Key, str], alias_of: Mapping[Key, str]) -> Iterator[Violation]:
    own, name = (row.kind, squash(row.alias)), (row.kind, squash(row.name))
    if squash(stands_for[own]) != name[1]:
        yield _wrong(row, "name", f"{row.alias!r} stands for {stands_for[own]!r} in an earlier row")
    elif squash(stands_for.get(name, "")) == own[1]:
        yield _wrong(row, "name", f"{row.alias!r} and {row.name!r} would stand for each other")
    elif name in stands_for:
        yield _wrong(row, "name", f"{row.name!r} stands for {stands_for[name]!r}: name that one")
    elif own in alias_of:
        yield _wrong(row, "alias", f"{alias_of[own]!r} stands for {row.alias!r}: give it the new name first")


def _wrong(row: AliasRow, column: str, issue: str) -> Violation:
    return Violation(f"line {row.line}, column {column}" if row.line else column, issue)
