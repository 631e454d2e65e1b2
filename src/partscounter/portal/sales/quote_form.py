"""The form of a quote, as it was filled in so far: it goes back and forth until all parts are found."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Final

from partscounter.domain.quotes import Quote, QuotedItem
from partscounter.web.row_number import number_of
from partscounter.web.visits import Visit

LONGEST_SEARCH: Final = 200
_AMOUNT: Final = re.compile(r"[0-9]{1,7}(\.[0-9]{1,2})?")
_QUANTITY: Final = re.compile(r"[0-9]{1,4}")


@dataclass(frozen=True, slots=True)
class FormLine:
    """One part; the texts are as they were typed."""

    item_id: int
    quantity: str
    price: str
    core: str

    @property
    def problems(self) -> Iterator[tuple[str, str]]:
        """By the name of the field."""
        if not _QUANTITY.fullmatch(self.quantity):
            yield f"quantity-{self.item_id}", "must be a whole number"
        for name, text in {"price": self.price, "core": self.core}.items():
            if text and not _AMOUNT.fullmatch(text):
                yield f"{name}-{self.item_id}", "must be an amount such as 12.50"

    @property
    def said(self) -> QuotedItem:
        """For the verb; only without problems."""
        price, core = (Decimal(text) if text else None for text in (self.price, self.core))
        return QuotedItem(self.item_id, int(self.quantity), price, core)


@dataclass(frozen=True, slots=True)
class QuoteForm:
    """Everything but who the dealer is."""

    customer: str = ""
    """A customer code, end-user id, parts-orders id or mail address; empty for somebody who is in no book."""
    name: str = ""
    email: str = ""
    valid_until: str = ""
    note: str = ""
    text: str = ""
    """The part that is looked for."""
    token: str = ""
    """Of this filling in: one form makes one quote."""
    lines: tuple[FormLine, ...] = ()

    @property
    def last_day(self) -> date | None:
        """None where it is no date."""
        try:
            return date.fromisoformat(self.valid_until)
        except ValueError:
            return None

    @property
    def problems(self) -> dict[str, str]:
        """What cannot be read, by the name of the field."""
        found = {name: problem for line in self.lines for name, problem in line.problems}
        if self.last_day is None:
            found["valid_until"] = "must be a day"
        return found

    def with_line(self, line: FormLine) -> "QuoteForm":
        """The form with one part more; one that is there already stays as it is."""
        if any(each.item_id == line.item_id for each in self.lines):
            return self
        return replace(self, lines=(*self.lines, line))

    def without_line(self, item_id: int) -> "QuoteForm":
        return replace(self, lines=tuple(line for line in self.lines if line.item_id != item_id))


def read_quote_form(visit: Visit) -> QuoteForm:
    """As it was posted."""
    ids = dict.fromkeys(number_of(text) for text in visit.form.all("item"))
    return QuoteForm(
        customer=visit.field("customer")[:LONGEST_SEARCH],
        name=visit.field("name"),
        email=visit.field("email"),
        valid_until=visit.field("valid_until"),
        note=visit.field("note"),
        text=visit.field("q")[:LONGEST_SEARCH],
        token=visit.field("token")[:LONGEST_SEARCH],
        lines=tuple(_line(visit, id_) for id_ in ids if id_ is not None),
    )


def form_of(quote: Quote) -> QuoteForm:
    """To revise it."""
    return QuoteForm(
        name=quote.name,
        email=quote.email,
        valid_until=quote.valid_until.isoformat(),
        note=quote.note,
        lines=tuple(
            FormLine(line.item_id, str(line.quantity), plain_amount(line.price_each), plain_amount(line.core))
            for line in quote.lines
        ),
    )


def plain_amount(amount: Decimal | None) -> str:
    """As it is typed: `12.50`."""
    return "" if amount is None else f"{amount:.2f}"


def _line(visit: Visit, item_id: int) -> FormLine:
    quantity, price, core = (visit.field(f"{name}-{item_id}") for name in ("quantity", "price", "core"))
    return FormLine(item_id, quantity, price, core)
