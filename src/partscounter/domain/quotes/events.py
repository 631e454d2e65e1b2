"""What happens to quotes."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from partscounter.domain.quotes.quote import Quote


@dataclass(frozen=True, slots=True)
class QuoteChanged:
    """A quote was made, revised, accepted or withdrawn."""

    kind: ClassVar[str] = "quote.changed"
    quote: Quote

    @property
    def subject(self) -> str:
        return f"quote:{self.quote.id}"

    def data(self) -> Mapping[str, object]:
        return {
            "quote": self.quote.number,
            "dealer": self.quote.dealer_id,
            "state": self.quote.state.value,
            "revision": self.quote.revision,
            "valid_until": self.quote.valid_until.isoformat(),
            "order": self.quote.order_id,
            "lines": [[line.item_id, line.quantity, str(line.price_each), str(line.core)] for line in self.quote.lines],
        }
