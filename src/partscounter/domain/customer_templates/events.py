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
    credential_id: int
    """The API user."""
    why: str = ""
    """The rule and what of the customer fitted it; empty where the API user assigned it."""

    @property
    def subject(self) -> str:
        return f"enduser:{self.userid}"

    def data(self) -> Mapping[str, object]:
        return {
            "userid": self.userid,
            "type": self.type.value,
            "name": self.name,
            "credential": self.credential_id,
            "why": self.why,
        }


@dataclass(frozen=True, slots=True)
class TemplateRemoved:
    """An end user of an API user lost the template of one type."""

    kind: ClassVar[str] = "template.removed"
    userid: str
    type: TemplateType
    credential_id: int
    why: str = ""
    """Why a rule took it away; empty where the API user did."""

    @property
    def subject(self) -> str:
        return f"enduser:{self.userid}"

    def data(self) -> Mapping[str, object]:
        return {
            "userid": self.userid,
            "type": self.type.value,
            "credential": self.credential_id,
            "why": self.why,
        }


@dataclass(frozen=True, slots=True)
class DealerDefaultsSet:
    """The operator said which template the items of which dealer have by default."""

    kind: ClassVar[str] = "template.dealer_defaults_set"
    defaults: Mapping[int, str]
    """Template names by dealer."""

    @property
    def subject(self) -> str:
        return "templates"

    def data(self) -> Mapping[str, object]:
        return {"defaults": [[dealer_id, name] for dealer_id, name in sorted(self.defaults.items())]}
