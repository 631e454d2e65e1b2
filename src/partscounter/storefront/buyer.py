"""Who looks at the shop: which stock they see, at what price, and in what number."""

from dataclasses import dataclass, field

from partscounter.app import App
from partscounter.database import ReadTx
from partscounter.domain import access, customer_templates, customers, dealers
from partscounter.domain.access import Credential, Product
from partscounter.domain.accounts import Account
from partscounter.domain.customer_templates import EVERYBODY, EndUser, EndUserTerms
from partscounter.domain.customers import Customer
from partscounter.domain.dealers import Dealer
from partscounter.domain.inventory import Item, at_price, offer_of
from partscounter.search import Filter

_NO_API_USER = 0
"""No credential has this id, so no template is assigned by it."""


@dataclass(frozen=True, slots=True)
class Buyer:
    """A customer, or a visitor who is not known."""

    customer: Customer | None = None
    terms: EndUserTerms = EVERYBODY
    sellers: frozenset[int] | None = None
    """The dealers whose stock is shown; None for all."""
    nameless: frozenset[int] = field(default_factory=frozenset)
    """Dealers without a vendor id, whose stock is on offer in other contracts only."""

    def scope(self, hidden: tuple[Filter, ...] = ()) -> Filter:
        """Every item that is seen, without those that are `hidden` by the terms (`search.end_user.changes_for`)."""
        exclude = (*hidden, Filter(dealers=self.nameless)) if self.nameless else hidden
        return Filter(dealers=self.sellers, exclude=exclude)

    def sees(self, item: Item, dealer: Dealer) -> bool:
        """Whether the item is there for this buyer, available or not."""
        is_seller = dealer.vendor_id is not None and (self.sellers is None or dealer.id in self.sellers)
        return is_seller and item.listed and not self.terms.hides(offer_of(item, dealer))

    def priced(self, item: Item, dealer: Dealer) -> Item:
        """The item at this buyer's price."""
        return at_price(item, self.terms.price_of(offer_of(item, dealer))) if self.terms.pricing else item

    def units(self, item: Item, dealer: Dealer) -> int:
        """How many units this buyer can have."""
        return self.terms.units_of(offer_of(item, dealer))

    def shown_units(self, item: Item, dealer: Dealer) -> int | None:
        """How many units are shown; None where their number is not."""
        return self.terms.shown_units_of(offer_of(item, dealer))


def buyer_of(app: App, tx: ReadTx, account: Account | None) -> Buyer:
    """The buyer that `account` stands for; staff and visitors see what everybody sees.

    A customer has the templates that the shop's API user (setting `shop.api_user`) gave their userid, else that user's
    default, else those of the dealers; without such a user only the last.
    """
    user = _api_user(app, tx)
    customer = customers.get_customer(tx, None if account is None else account.customer_id)
    return Buyer(
        customer=customer,
        terms=customer_templates.find_terms(tx, _end_user(user, customer)),
        sellers=None if user is None or user.all_dealers else user.dealer_ids,
        nameless=dealers.list_dealers_without_vendor(tx),
    )


def _api_user(app: App, tx: ReadTx) -> Credential | None:
    name = app.settings.shop.api_user
    return access.find_credential(tx, Product.INVENTORY, name) if name else None


def _end_user(user: Credential | None, customer: Customer | None) -> EndUser:
    # Who has signed in is named, even where the books know no userid: dealers' defaults are for all who are named.
    userid = "" if customer is None else customer.userid or f"customer {customer.id}"
    if user is None:
        return EndUser(_NO_API_USER, userid)
    return EndUser(user.id, userid, str(user.options.get("default_template", "")))
