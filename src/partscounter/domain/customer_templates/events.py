"""What happens to templates and to who has them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from partscounter.domain.customer_templates.template import TemplateType


@dataclass(frozen=True, slots=True)
class TemplateSet:
    """The operator made a template, or changed it."""

    kind: ClassVar[str] = "template.set"
    type: TemplateType
    name: str

    @property
    def subject(self) -> str:
        return f"template:{self.type}:{self.name}"

    def data(self) -> Mapping[str, object]:
        return {"type": self.type.value, "name": self.name}


@dataclass(frozen=True, slots=True)
class TemplateAssigned:
    """An end user of an API user got a template."""

    kind: ClassVar[str] = "template.assigned"
    userid: str
    type: TemplateType
    name: str

    @property
    def subject(self) -> str:
        return f"enduser:{self.userid}"

    def data(self) -> Mapping[str, object]:
        return {"userid": self.userid, "type": self.type.value, "name": self.name}


@dataclass(frozen=True, slots=True)
class TemplateRemoved:
    """An end user of an API user lost the template of one type."""

    kind: ClassVar[str] = "template.removed"
    userid: str
    type: TemplateType

    @property
    def subject(self) -> str:
        return f"enduser:{self.userid}"

    def data(self) -> Mapping[str, object]:
        return {"userid": self.userid, "type": self.type.value}
