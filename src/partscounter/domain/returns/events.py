"""What happens to returns. They move no units of an order: what was shipped was shipped."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from partscounter.domain.returns.goods_return import GoodsReturn


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
