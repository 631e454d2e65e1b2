"""The values that the rows of a mapping add up to: checked row by row here, as a whole in `check_draft`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from partscounter.domain.catalog import NameKind
from partscounter.domain.mappings.value import MAPPED_KINDS, MappingRow
from partscounter.kit.refusal import Violation
from partscounter.kit.text import squash

LONGEST_TEXT = 500
_NUMBER = re.compile(r"[0-9]{1,15}")


@dataclass(slots=True)
class DraftValue:
    """A value that may be stored if the whole is right."""

    kind: NameKind
    key: str
    text: str
    line: int
    number: str = ""
    parent: str = ""
    category: str = ""
    natives: dict[str, str] = field(default_factory=dict)
    """Key → spelling."""

    def add(self, row: MappingRow) -> Iterator[Violation]:
        """Take in what another row says of it."""
        for name in ("number", "parent", "category"):
            known, told = getattr(self, name), getattr(row, name)
            if known and told and squash(known) != squash(told):
                yield wrong(row.line, name, f"{told!r} contradicts {known!r} of an earlier row of {self.text!r}")
            elif told:
                setattr(self, name, told)
        if row.native:
            self.natives.setdefault(squash(row.native), row.native)


def draft_values(rows: Sequence[MappingRow]) -> tuple[list[DraftValue], list[Violation]]:
    """The values of all rows that are right in themselves, and what is wrong with the others."""
    drafts: dict[tuple[NameKind, str], DraftValue] = {}
    violations: list[Violation] = []
    for row in rows:
        found = list(_row_violations(row))
        if not found:
            key = squash(row.value)
            draft = drafts.setdefault((row.kind, key), DraftValue(row.kind, key, row.value, row.line))
            found = list(draft.add(row))
        violations += found
    return list(drafts.values()), violations


def wrong(line: int, column: str, issue: str) -> Violation:
    """What is wrong with one cell."""
    return Violation(f"line {line}, column {column}", issue)


def _row_violations(row: MappingRow) -> Iterator[Violation]:
    if row.kind not in MAPPED_KINDS:
        yield wrong(row.line, "kind", f"{row.kind.value!r} is none of {', '.join(MAPPED_KINDS)}")
    for name in ("value", "native", "number", "parent", "category"):
        text = getattr(row, name)
        if len(text) > LONGEST_TEXT or not text.isprintable():
            yield wrong(row.line, name, f"must be at most {LONGEST_TEXT} printable characters")
        elif (text or name == "value") and not squash(text):
            yield wrong(row.line, name, f"{text!r} has no letter a to z and no digit")
    if row.number and not _NUMBER.fullmatch(row.number):
        yield wrong(row.line, "number", f"{row.number!r} is not a number of at most 15 digits")
    if row.kind is not NameKind.PART_TYPE:
        for name in ("parent", "category"):
            if getattr(row, name):
                yield wrong(row.line, name, "is for part types only")
