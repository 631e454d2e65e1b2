"""Whether the values of a mapping fit together: numbers that say one thing, and a tree that is one."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from partscounter.domain.catalog import NameKind
from partscounter.domain.mappings.draft import DraftValue, wrong
from partscounter.kit.refusal import Violation
from partscounter.kit.text import squash

Identity = tuple[NameKind, str]


@dataclass(frozen=True, slots=True)
class CheckedValue:
    """A value that can be stored."""

    draft: DraftValue
    parent: DraftValue | None
    category: str
    """Its own, or that of the nearest group above it that has one."""


class _Whole:
    """The values by what they can be asked for by."""

    def __init__(self, drafts: Sequence[DraftValue]) -> None:
        self.drafts = drafts
        self._named: Mapping[Identity, DraftValue] = {(each.kind, each.key): each for each in drafts}
        self._numbered = {(each.kind, each.number): each for each in reversed(drafts) if each.number}
        self._parents = {(each.kind, squash(each.parent)) for each in drafts if each.parent}

    def find(self, kind: NameKind, word: str) -> DraftValue | None:
        """A name goes before a number."""
        return self._named.get((kind, squash(word))) or self._numbered.get((kind, word))

    def parent_of(self, draft: DraftValue) -> DraftValue | None:
        return self.find(draft.kind, draft.parent) if draft.parent else None

    def groups_above(self, draft: DraftValue) -> Iterator[DraftValue]:
        """From the nearest up; endless for a circle."""
        above = self.parent_of(draft)
        while above is not None:
            yield above
            above = self.parent_of(above)

    def is_in_circle(self, draft: DraftValue) -> bool:
        """Whether the way up leads back to it, or never ends."""
        met: set[str] = set()
        for above in self.groups_above(draft):
            if above is draft:
                return True
            if above.key in met:
                return False
            met.add(above.key)
        return False

    def is_group(self, draft: DraftValue) -> bool:
        return not self._parents.isdisjoint({(draft.kind, draft.key), (draft.kind, draft.number)})

    def violations(self) -> Iterator[Violation]:
        for draft in self.drafts:
            holder = self.find(draft.kind, draft.number) if draft.number else None
            if holder is not None and holder is not draft:
                yield wrong(draft.line, "number", f"{draft.number!r} stands for {holder.text!r} already")
            if draft.parent and self.parent_of(draft) is None:
                yield wrong(draft.line, "parent", f"{draft.parent!r} is no part type of this mapping")
            if self.is_in_circle(draft):
                yield wrong(draft.line, "parent", f"{draft.text!r} would stand beneath itself")
            if not draft.natives and not self.is_group(draft):
                yield wrong(draft.line, "native", f"{draft.text!r} stands for nothing, and nothing is beneath it")


def check_draft(drafts: Sequence[DraftValue]) -> tuple[list[CheckedValue], list[Violation]]:
    """The values in their order; none if anything is wrong."""
    whole = _Whole(drafts)
    violations = list(whole.violations())
    if violations:
        return [], violations
    return [CheckedValue(each, whole.parent_of(each), _category(whole, each)) for each in drafts], []


def _category(whole: _Whole, draft: DraftValue) -> str:
    return next((each.category for each in (draft, *whole.groups_above(draft)) if each.category), "")
