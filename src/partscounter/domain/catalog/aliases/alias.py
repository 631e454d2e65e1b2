"""One alias, and how it is told."""

from dataclasses import dataclass

from partscounter.domain.catalog.name import NameKind

ALIASED_KINDS = (NameKind.PART_TYPE, NameKind.MAKE, NameKind.MODEL)
"""What can have aliases. Categories have none: there are few, and vendors agree on them."""


@dataclass(frozen=True, slots=True)
class Alias:
    """Another word for a name. All words for one name find the same items, whichever of them the catalogue has."""

    kind: NameKind
    text: str
    name: str
    """What it stands for; never itself an alias."""
    shipped: bool
    """It came with the program."""


@dataclass(frozen=True, slots=True)
class AliasRow:
    """An alias as it is told."""

    kind: NameKind
    alias: str
    name: str
    line: int = 0
    """Where it stands in a file."""


@dataclass(frozen=True, slots=True)
class AliasChange:
    """What telling some aliases did."""

    told: int
    changed: int
    """Those that were new, or stood for something else before."""
