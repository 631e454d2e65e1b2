"""What items are to the end user whom a request names: hidden or not, at what price, in which number."""

from collections.abc import Iterable
from dataclasses import dataclass

from partscounter.database import ReadTx
from partscounter.domain import customer_templates
from partscounter.domain.customer_templates import EVERYBODY, EndUserTerms
from partscounter.domain.dealers import Dealer
from partscounter.domain.inventory import Item, at_price, offer_of
from partscounter.domain.inventory.shown import ShownItem
from partscounter.web.incoming import Query
from partscounter.web.query import QueryReader
from partscounter.wire.inventory.user import ApiUser

LONGEST_USERID = 200


@dataclass(frozen=True, slots=True)
class Viewer:
    """The end user, or a visitor who is not known."""

    terms: EndUserTerms = EVERYBODY

    def sees(self, item: Item, dealer: Dealer) -> bool:
        """Whether the item is there for this end user."""
        return not self.terms.hides(offer_of(item, dealer))

    def priced(self, item: Item, dealer: Dealer) -> Item:
        """The item at this end user's price."""
        return at_price(item, self.terms.price_of(offer_of(item, dealer))) if self.terms.pricing else item

    def priced_as_shown(self, item: ShownItem) -> ShownItem:
        """The same of an item in a list."""
        return item.at_price(self.terms.price_of(item.offer)) if self.terms.pricing else item

    def shown_units(self, item: Item, dealer: Dealer) -> int | None:
        """How many units are shown; None where their number is not."""
        return self.terms.shown_units_of(offer_of(item, dealer))

    def offered(self, items: Iterable[Item], dealer: Dealer) -> list[Item]:
        """Those of the dealer's items that this end user sees, at this end user's price."""
        return [self.priced(item, dealer) for item in items if self.sees(item, dealer)]


def viewer_of(tx: ReadTx, user: ApiUser, userid: str) -> Viewer:
    """The viewer with this id; nobody is unknown, and whoever has no template has the defaults."""
    return Viewer(customer_templates.find_terms(tx, user.end_user(userid)))


def read_userid(query: Query) -> str:
    """The parameter `userid`, empty where there is none; refuses with Invalid one that nobody can have."""
    reader = QueryReader(query)
    userid = reader.text("userid", longest=LONGEST_USERID) or ""
    reader.check()
    return userid
