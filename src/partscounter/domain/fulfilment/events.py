"""What happens in fulfilment."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from partscounter.domain.orders import Move, moves_data


@dataclass(frozen=True, slots=True)
class UpdateTaken:
    """A tracking update counted: units moved, the customer may be told."""

    kind: ClassVar[str] = "tracking.update_taken"
    order_id: int
    update_id: int
    status: str
    moves: Mapping[int, list[Move]]
    over_shipped: Mapping[int, int]

    @property
    def subject(self) -> str:
        return f"order:{self.order_id}"

    def data(self) -> Mapping[str, object]:
        return {
            "order": self.order_id,
            "update": self.update_id,
            "status": self.status,
            "moves": moves_data(self.moves),
            "over_shipped": [list(pair) for pair in sorted(self.over_shipped.items())],
        }


@dataclass(frozen=True, slots=True)
class UpdateRepeated:
    """The same update came again; it is kept in the history and changes nothing."""

    kind: ClassVar[str] = "tracking.update_repeated"
    order_id: int
    status: str

    @property
    def subject(self) -> str:
        return f"order:{self.order_id}"

    def data(self) -> Mapping[str, object]:
        return {"order": self.order_id, "status": self.status}
