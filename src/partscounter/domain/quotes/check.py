"""Whether a quote can be made as it is said, and what its lines are then."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from partscounter.database import ReadTx
from partscounter.domain import customers, dealers, inventory
from partscounter.domain.customer_templates import EndUserTerms
from partscounter.domain.customers import Customer
from partscounter.domain.dealers import Dealer, Store
from partscounter.domain.inventory import Item, at_price, offer_of
from partscounter.domain.quotes.draft import (
    LARGEST_QUANTITY,
    LONGEST_NOTE,
    LONGEST_TEXT,
    MOST_LINES,
    QuotedItem,
    QuoteDraft,
)
from partscounter.domain.quotes.errors import InvalidQuote
from partscounter.domain.quotes.quote import QuoteLine
from partscounter.kit.refusal import Violation

_MAIL_ADDRESS: Final = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_NOTHING: Final = Decimal("0.00")
_LARGEST_AMOUNT: Final = Decimal(10_000_000)
_CENTS: Final = -2


@dataclass(frozen=True, slots=True)
class Checked:
    """A draft that can be a quote."""

    store: Store
    name: str
    email: str
    lines: tuple[QuoteLine, ...]


def check(tx: ReadTx, draft: QuoteDraft, terms: EndUserTerms) -> Checked:
    """Refuses with InvalidQuote, which names every wrong field; lines are named by their index in the draft."""
    customer = customers.get_customer(tx, draft.customer_id)
    items = inventory.load_items(tx, {line.item_id for line in draft.lines})
    dealer = dealers.get_dealer(tx, draft.dealer_id)
    found = {id_: _priced(item, dealer, terms) for id_, item in items.items() if item.dealer_id == dealer.id}
    name, email = draft.name or (customer.name if customer else ""), draft.email or (customer.email if customer else "")
    wrong = [*_wrong_facts(tx, draft, customer), *_wrong_person(name, email), *_wrong_lines(draft, found)]
    if wrong:
        raise InvalidQuote("The quote cannot be made.", tuple(wrong))
    store = dealers.get_store(tx, found[draft.lines[0].item_id].store_id)
    lines = (_line(number, said, found[said.item_id]) for number, said in enumerate(draft.lines, start=1))
    return Checked(store, name, email, tuple(lines))


def _priced(item: Item, dealer: Dealer, terms: EndUserTerms) -> Item:
    return at_price(item, terms.price_of(offer_of(item, dealer))) if terms.pricing else item


def _wrong_facts(tx: ReadTx, draft: QuoteDraft, customer: Customer | None) -> list[Violation]:
    wrong = []
    if draft.customer_id is not None and (customer is None or customer.dealer_id not in {None, draft.dealer_id}):
        wrong.append(Violation("customer", "is no customer of the dealer", draft.customer_id))
    if draft.valid_until < tx.now.date():
        wrong.append(Violation("valid_until", "is over", draft.valid_until))
    if len(draft.note) > LONGEST_NOTE:
        wrong.append(Violation("note", f"must have at most {LONGEST_NOTE} characters"))
    if not 1 <= len(draft.lines) <= MOST_LINES:
        wrong.append(Violation("lines", f"must be from 1 to {MOST_LINES}"))
    return wrong


def _wrong_person(name: str, email: str) -> list[Violation]:
    wrong = []
    if not 0 < len(name) <= LONGEST_TEXT:
        wrong.append(Violation("name", "is needed", name))
    if not _MAIL_ADDRESS.fullmatch(email) or len(email) > LONGEST_TEXT:
        wrong.append(Violation("email", "is no mail address", email))
    return wrong


def _wrong_lines(draft: QuoteDraft, items: Mapping[int, Item]) -> list[Violation]:
    wrong: list[Violation] = []
    seen: set[int] = set()
    stores = [items[line.item_id].store_id for line in draft.lines if line.item_id in items]
    for index, line in enumerate(draft.lines):
        item = items.get(line.item_id)
        if item is None:
            wrong.append(Violation(f"lines[{index}].item", "is no item of the dealer", line.item_id))
            continue
        if line.item_id in seen:
            wrong.append(Violation(f"lines[{index}].item", "is there twice", line.item_id))
        if item.store_id != stores[0]:
            wrong.append(Violation(f"lines[{index}].item", "lies at another store", line.item_id))
        seen.add(line.item_id)
        wrong += _wrong_amounts(index, line, item)
    return wrong


def _wrong_amounts(index: int, line: QuotedItem, item: Item) -> list[Violation]:
    wrong = []
    if not 1 <= line.quantity <= LARGEST_QUANTITY:
        wrong.append(Violation(f"lines[{index}].quantity", f"must be from 1 to {LARGEST_QUANTITY}", line.quantity))
    if line.price is None and item.price.each is None:
        wrong.append(Violation(f"lines[{index}].price", "is needed, for there is none on file"))
    for name, amount in {"price": line.price, "core": line.core}.items():
        if amount is not None and not _is_money(amount):
            wrong.append(Violation(f"lines[{index}].{name}", "must be an amount of money, not below 0", amount))
    return wrong


def _is_money(amount: Decimal) -> bool:
    if not amount.is_finite():
        return False
    exponent = amount.as_tuple().exponent
    return 0 <= amount < _LARGEST_AMOUNT and isinstance(exponent, int) and exponent >= _CENTS


def _line(number: int, said: QuotedItem, item: Item) -> QuoteLine:
    return QuoteLine(
        number=number,
        item_id=item.id,
        code=item.part_id or item.tag_number or item.inventory_id,
        description=item.description.part_name,
        quantity=said.quantity,
        price_each=_first_known(said.price, item.price.each),
        core=_first_known(said.core, item.price.core),
    )


def _first_known(*amounts: Decimal | None) -> Decimal:
    return next((amount for amount in amounts if amount is not None), _NOTHING)
