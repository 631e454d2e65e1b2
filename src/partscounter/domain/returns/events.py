"""What happens to returns. They move no units of an order: what was shipped was shipped."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from partscounter.domain.returns.goods_return import GoodsReturn, ReturnTerms


@dataclass(frozen=True, slots=True)
class ReturnChanged:
    """A return was asked for or came into another state; part of the history of its order."""

    kind: ClassVar[str] = "return.changed"
    goods: GoodsReturn

    @property
    def subject(self) -> str:
        return f"order:{self.goods.order_id}"

    def data(self) -> Mapping[str, object]:
        return {
            "order": self.goods.order_id,
            "return": self.goods.id,
            "state": self.goods.state.value,
            "lines": [[each.line_number, each.units, each.restocked, each.scrapped] for each in self.goods.lines],
        }


@dataclass(frozen=True, slots=True)
class ReturnTermsSet:
    """A dealer grants other terms for goods that come back."""

    kind: ClassVar[str] = "dealer.return_terms_set"
    dealer_id: int
    terms: ReturnTerms

    @property
    def subject(self) -> str:
        return f"dealer:{self.dealer_id}"

    def data(self) -> Mapping[str, object]:
        return {
            "dealer": self.dealer_id,
            "days_to_return": self.terms.days_to_return,
            "restocking_percent": str(self.terms.restocking_percent),
        }
