"""What happens to dealers."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class MailChoiceSet:
    """Whether a dealer's customers choose their mails was changed."""

    kind: ClassVar[str] = "dealer.mail_choice_set"
    dealer_id: int
    customers_choose: bool

    @property
    def subject(self) -> str:
        return f"dealer:{self.dealer_id}"

    def data(self) -> Mapping[str, object]:
        return {"dealer": self.dealer_id, "customers_choose": self.customers_choose}
