"""`/portal/sales/quotes/new`, and revising a quote: whom it is for, the parts, prices, and the last day."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Final
from urllib.parse import urlencode
from uuid import uuid4

from starlette.exceptions import HTTPException
from starlette.responses import Response

from partscounter.database import ReadTx, WriteTx
from partscounter.domain import customers, dealers, orders, quotes
from partscounter.domain.customer_templates import EVERYBODY, EndUserTerms
from partscounter.domain.customers import Customer
from partscounter.domain.dealers import Dealer
from partscounter.domain.quotes import Quote, QuoteDraft
from partscounter.kit.refusal import Conflict, Invalid
from partscounter.portal.area import StaffDesk, require_dealer, visible_dealers
from partscounter.portal.orders.form_payload import actor_with_form
from partscounter.portal.sales.find_quote import find_quote
from partscounter.portal.sales.find_quoted import Quotable, find_buyer, find_items, load_quotable, name_of, shop_terms
from partscounter.portal.sales.quote_form import FormLine, QuoteForm, form_of, plain_amount, read_quote_form
from partscounter.search import KeywordsTooComplex
from partscounter.web.row_number import number_of
from partscounter.web.visits import FORM_KEY, Visit, go_to

_DAYS_VALID: Final = timedelta(days=30)
_NOBODY: Final = "is nobody's, or not only one customer's; leave it empty to name somebody below"


@dataclass(frozen=True, slots=True)
class Filled:
    """A form with what it names."""

    form: QuoteForm
    dealer: Dealer
    dealers: Sequence[Dealer]
    customer: Customer | None = None
    terms: EndUserTerms = EVERYBODY
    quote: Quote | None = None
    """The one that is revised."""
    found: Sequence[Quotable] = ()
    items: Mapping[int, Quotable] = field(default_factory=dict)
    problems: Mapping[str, str] = field(default_factory=dict)
    problem: str = ""


class QuoteEditPage:
    """One form for both; its button "Find" changes nothing but the form."""

    def __init__(self, desk: StaffDesk) -> None:
        self._desk = desk

    def begin(self, visit: Visit) -> Response:
        """For the customer whom the address names, if it does."""
        last_day = self._desk.desk.app.clock.now().date() + _DAYS_VALID
        form = QuoteForm(valid_until=last_day.isoformat(), token=str(uuid4()))
        with self._desk.desk.app.database.read() as tx:
            customer = customers.get_customer(tx, number_of(visit.query.first("customer") or ""))
            seen = visible_dealers(tx, visit.signed_in)
            if not seen:
                raise HTTPException(404)
            chosen = next((each for each in seen if customer and each.id == customer.dealer_id), seen[0])
            if customer is not None and customer.dealer_id in {None, chosen.id}:
                form = replace(form, customer=name_of(customer), name=customer.name, email=customer.email)
            filled = self._fill_new(tx, form, chosen, seen)
        return self._show(visit, filled)

    def take(self, visit: Visit) -> Response:
        """Find, add, take out, or make."""
        with self._desk.desk.app.database.read() as tx:
            seen = visible_dealers(tx, visit.signed_in)
            chosen = next((each for each in seen if str(each.id) == visit.field("dealer")), None)
            if chosen is None:
                raise HTTPException(404)
            filled = self._fill_new(tx, read_quote_form(visit), chosen, seen)
            filled = self._edit(tx, visit, filled)
        return self._make(visit, filled) if visit.field("do") == "make" else self._show(visit, filled)

    def ask(self, visit: Visit) -> Response:
        with self._desk.desk.app.database.read() as tx:
            quote = find_quote(tx, visit)
            filled = self._fill_of(tx, form_of(quote), quote)
        return self._show(visit, filled)

    def revise(self, visit: Visit) -> Response:
        with self._desk.desk.app.database.read() as tx:
            quote = find_quote(tx, visit)
            filled = self._edit(tx, visit, self._fill_of(tx, read_quote_form(visit), quote))
        return self._make(visit, filled) if visit.field("do") == "make" else self._show(visit, filled)

    def _fill_new(self, tx: ReadTx, form: QuoteForm, dealer: Dealer, seen: Sequence[Dealer]) -> Filled:
        customer = find_buyer(tx, dealer, form.customer) if form.customer else None
        problems = {"customer": _NOBODY} if form.customer and customer is None else {}
        return replace(self._fill(tx, form, dealer, customer), dealers=seen, problems=problems)

    def _fill_of(self, tx: ReadTx, form: QuoteForm, quote: Quote) -> Filled:
        """Dealer and customer of a quote stay."""
        dealer, customer = dealers.get_dealer(tx, quote.dealer_id), customers.get_customer(tx, quote.customer_id)
        return replace(self._fill(tx, form, dealer, customer), quote=quote)

    def _fill(self, tx: ReadTx, form: QuoteForm, dealer: Dealer, customer: Customer | None) -> Filled:
        """With the items as the customer pays them; those of other dealers are not taken."""
        terms = shop_terms(self._desk.desk.app, tx, customer)
        items = load_quotable(tx, dealer, [line.item_id for line in form.lines], terms)
        form = replace(form, lines=tuple(line for line in form.lines if line.item_id in items))
        return Filled(form, dealer, [dealer], customer, terms, items=items)

    def _edit(self, tx: ReadTx, visit: Visit, filled: Filled) -> Filled:
        """What the button says, on the form alone."""
        app, form = self._desk.desk.app, filled.form
        added, removed = number_of(visit.field("add")), number_of(visit.field("remove"))
        if removed is not None:
            return replace(filled, form=form.without_line(removed))
        if added is not None:
            return _with_item(filled, load_quotable(tx, filled.dealer, [added], filled.terms))
        if visit.field("do") == "make" or not form.text:
            return filled
        try:
            ids = find_items(app, tx, filled.dealer, form.text)
        except KeywordsTooComplex as refused:
            return replace(filled, problems={**filled.problems, "q": refused.message})
        found = load_quotable(tx, filled.dealer, ids, filled.terms)
        nothing = {} if found else {"q": "nothing of this dealer's stock is called so"}
        shown = [found[id_] for id_ in ids if id_ in found]
        return replace(filled, found=shown, problems={**filled.problems, **nothing})

    def _make(self, visit: Visit, filled: Filled) -> Response:
        form, last_day = filled.form, filled.form.last_day
        problems = {**filled.problems, **form.problems}
        if problems or last_day is None:
            return self._show(visit, replace(filled, problems=problems), 422)
        draft = QuoteDraft(
            dealer_id=filled.dealer.id,
            lines=tuple(line.said for line in form.lines),
            valid_until=last_day,
            customer_id=None if filled.customer is None else filled.customer.id,
            name=form.name,
            email=form.email,
            note=form.note,
        )
        try:
            made = self._desk.desk.app.database.write(actor_with_form(visit), lambda tx: _put(tx, visit, filled, draft))
        except Invalid as refused:
            return self._show(visit, replace(filled, problems=_problems(refused, form)), 422)
        except Conflict as refused:
            return self._show(visit, replace(filled, problem=refused.message), 409)
        return go_to(f"/portal/sales/quotes/{made}?done={'made' if filled.quote is None else 'revised'}")

    def _show(self, visit: Visit, filled: Filled, status: int = 200) -> Response:
        return self._desk.show(visit, "sales/quote_form.html", status, filled=filled, form=filled.form)


def _with_item(filled: Filled, found: Mapping[int, Quotable]) -> Filled:
    """One unit of it, at the customer's price."""
    form = filled.form
    for id_, each in found.items():
        price = each.item.price
        form = form.with_line(FormLine(id_, "1", plain_amount(price.each), plain_amount(price.core)))
    return replace(filled, form=replace(form, text=""), items={**filled.items, **found})


def _put(tx: WriteTx, visit: Visit, filled: Filled, draft: QuoteDraft) -> str:
    quote = filled.quote
    if quote is not None:
        seen = number_of(visit.field("seen")) or 0
        return str(quotes.revise_quote(tx, quote.id, draft, seen=seen, terms=filled.terms).id)
    sent = urlencode([pair for pair in visit.form.pairs if pair[0] != FORM_KEY]).encode()
    scope = f"quote:{visit.signed_in.id}"
    require_dealer(visit.signed_in, draft.dealer_id)

    def make() -> str:
        return str(quotes.make_quote(tx, draft, terms=filled.terms).id)

    return orders.once(tx, scope=scope, key=filled.form.token, body=sent, do=make) if filled.form.token else make()


def _problems(refused: Invalid, form: QuoteForm) -> dict[str, str]:
    """By the name of the field; lines are named by their items there."""
    found = {}
    for violation in refused.violations:
        place, _, name = violation.field.partition("].")
        index = place.removeprefix("lines[")
        key = f"{name}-{form.lines[int(index)].item_id}" if name else violation.field
        found[key] = violation.issue
    return found
