"""Accepting a quote: it becomes an order at the prices that were quoted, all of it or nothing, and once."""

from partscounter.database import WriteTx
from partscounter.domain import customers, dealers, inventory, orders
from partscounter.domain.inventory import Item
from partscounter.domain.orders import Channel, Contact, DraftLine, LinePrice, Order, OrderDraft, Terms
from partscounter.domain.quotes import store as sql
from partscounter.domain.quotes.draft import LONGEST_NOTE, LONGEST_TEXT
from partscounter.domain.quotes.errors import InvalidQuote
from partscounter.domain.quotes.lookup import lock_open_quote
from partscounter.domain.quotes.make import announce
from partscounter.domain.quotes.quote import Accepter, Quote, QuoteLine, QuoteState
from partscounter.kit.address import PostalAddress
from partscounter.kit.refusal import Violation

_CHANNELS = {Accepter.CUSTOMER: Channel.WEB, Accepter.DEALER: Channel.ORDER_ENTRY}


def accept_quote(tx: WriteTx, quote_id: int, *, seen: int, by: Accepter, reference: str = "", note: str = "") -> Order:
    """The order. `seen` is the revision that was agreed to, `reference` the buyer's own, `note` how the dealer knows.

    Refuses with UnknownQuote, QuoteNotOpen, QuoteOutdated, InvalidQuote, and NotAvailable where stock does not cover a
    line; nothing is held then. The quote is locked first: of two who accept it at the same moment one finds it
    accepted.
    """
    quote = lock_open_quote(tx, quote_id, seen=seen)
    _check(tx, quote, by, reference, note)
    order = orders.place_order(tx, _draft(tx, quote, by, reference))
    sql.update_quote(tx, quote.id, state=QuoteState.ACCEPTED.value, order_id=order.id, decision_note=note)
    announce(tx, quote.id)
    return order


def _check(tx: WriteTx, quote: Quote, by: Accepter, reference: str, note: str) -> None:
    wrong = []
    if not reference and dealers.get_store(tx, quote.store_id).requires_order_reference:
        wrong.append(Violation("reference", "is needed"))
    if len(reference) > LONGEST_TEXT:
        wrong.append(Violation("reference", f"must have at most {LONGEST_TEXT} characters"))
    if (by is Accepter.DEALER and not note) or len(note) > LONGEST_NOTE:
        wrong.append(Violation("note", f"is needed, with at most {LONGEST_NOTE} characters"))
    if wrong:
        raise InvalidQuote("The quote cannot be accepted so.", tuple(wrong))


def _draft(tx: WriteTx, quote: Quote, by: Accepter, reference: str) -> OrderDraft:
    customer = customers.get_customer(tx, quote.customer_id)
    address = PostalAddress() if customer is None else customer.invoice_address
    items = inventory.load_items(tx, {line.item_id for line in quote.lines})
    return OrderDraft(
        dealer_id=quote.dealer_id,
        store_id=quote.store_id,
        currency=quote.currency,
        channel=_CHANNELS[by],
        lines=tuple(_line(quote, line, items[line.item_id]) for line in quote.lines),
        customer_id=quote.customer_id,
        contact=Contact(quote.name, address.phone, quote.email, address.company),
        bill_to=address,
        ship_to=address,
        terms=Terms(reference=reference, notes=f"Quote {quote.number}"),
        number_prefix=(customer.code if customer is not None else None) or "PC",
    )


def _line(quote: Quote, line: QuoteLine, item: Item) -> DraftLine:
    before = item.price.list if item.price.list is not None else item.price.each
    return DraftLine(
        code=line.code,
        quantity=line.quantity,
        price=LinePrice(
            each=line.price_each,
            list=line.price_each if before is None else before,
            tax_rate=quote.tax_rate,
            core=line.core,
        ),
        item_id=item.id,
        brand_code=item.brand_code,
        part_code=item.part_code,
        description=line.description,
        back_order_allowed=False,
    )
