"""What happens to rules."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class TemplateRulesSet:
    """The operator said anew by which rules end users get templates."""

    kind: ClassVar[str] = "template_rules.set"
    names: tuple[str, ...]

    @property
    def subject(self) -> str:
        return "templates"

    def data(self) -> Mapping[str, object]:
        return {"rules": list(self.names)}
