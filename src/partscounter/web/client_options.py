"""What can be switched for single clients of a contract, as that contract says it, for those who set it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from partscounter.domain.access import OptionValue

SWITCH: Final = ("true",)
"""The choices of an option that is on or off."""


@dataclass(frozen=True, slots=True)
class ClientOption:
    """One option of a credential."""

    name: str
    meaning: str
    choices: tuple[str, ...] = ()
    """Its possible values; any text where there are none."""

    @property
    def shown_choices(self) -> tuple[tuple[str, str], ...]:
        """Each value with how it is called."""
        return (("true", "on"),) if self.choices == SWITCH else tuple((each, each) for each in self.choices)


@dataclass(frozen=True, slots=True)
class ClientOptions:
    """Those of one contract."""

    options: tuple[ClientOption, ...]
    check: Callable[[Mapping[str, OptionValue]], None]
    """Refuses with an Invalid that names every option which would do nothing, or do harm."""
