"""One word of a user's own, and how it is told."""

from dataclasses import dataclass

from partscounter.domain.catalog import NameKind

MAPPED_KINDS = (NameKind.PART_TYPE, NameKind.MAKE, NameKind.MODEL)
"""What users have their own words for ("Customized For Each API User")."""


@dataclass(frozen=True, slots=True)
class MappingRow:
    """One row of a mapping as it is told: this value stands for this native name.

    A value that stands for several native names has a row for each. What a row leaves blank, another row of the same
    value may say.
    """

    kind: NameKind
    value: str
    """The user's own name; its case and punctuation do not matter."""
    native: str = ""
    """A name of the catalogue, known already or not. Blank for a group that only has others beneath it."""
    number: str = ""
    """The user's own number for the value, up to 15 digits, if it has one."""
    parent: str = ""
    """Part types only: name or number of the group that the value belongs to ("Mapped Types")."""
    category: str = ""
    """Part types only: what the tree can be filtered by. Blank: the parent's."""
    line: int = 0
    """Where it stands in a file."""


@dataclass(frozen=True, slots=True)
class MappedValue:
    """One of a user's own words."""

    id: int
    kind: NameKind
    text: str
    number: str
    """Blank for a value without a number."""
    category: str
    natives: frozenset[str]
    """Keys (`kit.text.squash`) of the native names that it stands for itself, and that stand beneath it."""

    @property
    def code(self) -> str:
        """What the user can always ask for it by: its number, or else its name."""
        return self.number or self.text


@dataclass(frozen=True, slots=True)
class MappingSize:
    """How much a mapping has."""

    values: int
    pairs: int
    """Of a value and a native name."""
