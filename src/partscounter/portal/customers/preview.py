"""What a customer sees of the stock and pays for it, beside what everybody sees, and which template makes it so."""

from collections.abc import Sequence

from starlette.exceptions import HTTPException
from starlette.responses import Response

from partscounter.database import ReadTx
from partscounter.domain import access, customer_templates, dealers, end_users, inventory
from partscounter.domain.access import Credential, Product
from partscounter.domain.accounts import Account
from partscounter.domain.customer_templates import EndUser
from partscounter.domain.customers import Customer
from partscounter.domain.end_users import ItemPreview
from partscounter.domain.inventory import Line
from partscounter.portal.area import StaffDesk
from partscounter.portal.served import require_customer
from partscounter.search import Filter, IndexMissing, SearchRequest, parse_keywords
from partscounter.web.row_number import id_in
from partscounter.web.visits import Visit

SHOWN = 50
OUR_OWN_SHOP = 0
"""No API user: there the dealers' defaults count, for nobody has assigned anything."""
LONGEST_SEARCH = 200


class PreviewPage:
    """`/portal/customers/{customer}/preview`."""

    def __init__(self, desk: StaffDesk) -> None:
        self._desk = desk

    def show(self, visit: Visit) -> Response:
        account, text = visit.signed_in, (visit.query.first("q") or "").strip()[:LONGEST_SEARCH]
        with self._desk.desk.app.database.read() as tx:
            customer = require_customer(tx, account, id_in(visit, "customer"))
            users = _api_users(tx, account)
            user = _chosen(visit, users, _shops_of(tx, customer))
            wanted = _filter(tx, account, user, text)
        total, uids = self._find(wanted)
        with self._desk.desk.app.database.read() as tx:
            items = inventory.load_items(tx, uids)
            shown = [items[uid] for uid in uids if uid in items]
            previews = end_users.preview_items(tx, _end_user(user, customer), shown)
            sellers = dealers.load_dealers(tx, {item.dealer_id for item in shown})
        return self._desk.show(
            visit,
            "customers/preview.html",
            customer=customer,
            users=users,
            user=user,
            text=text,
            total=total,
            previews=previews,
            hidden=sum(1 for each in previews if each.hidden_by is not None),
            currencies=_currencies(self._desk, previews),
            sellers=sellers,
        )

    def _find(self, wanted: Filter) -> tuple[int | None, Sequence[int]]:
        """None where there is no index to search in."""
        try:
            page = self._desk.desk.app.search.search(SearchRequest(wanted, result_size=SHOWN))
        except IndexMissing:
            return None, ()
        return page.total, page.uids


def _api_users(tx: ReadTx, account: Account) -> list[Credential]:
    """Those at whom somebody buys from the dealers of this person."""
    served = account.dealers_seen
    keys = [None] if served is None else sorted(served)
    found = {
        user.id: user
        for dealer_id in keys
        for user in access.list_credentials(tx, product=Product.INVENTORY, dealer_id=dealer_id)
    }
    return sorted(found.values(), key=lambda user: user.name)


def _shops_of(tx: ReadTx, customer: Customer) -> frozenset[int]:
    """The API users at whom the customer has templates of their own: there is most to see."""
    if not customer.userid:
        return frozenset()
    return frozenset(key for key, _ in customer_templates.list_assignments_of_end_user(tx, customer.userid))


def _chosen(visit: Visit, users: Sequence[Credential], preferred: frozenset[int]) -> Credential | None:
    """None for our own shop."""
    asked = visit.query.first("api_user")
    if asked is None:
        return next((user for user in users if user.id in preferred), users[0] if users else None)
    if asked == str(OUR_OWN_SHOP):
        return None
    found = {str(user.id): user for user in users}
    if asked not in found:
        raise HTTPException(404)
    return found[asked]


def _filter(tx: ReadTx, account: Account, user: Credential | None, text: str) -> Filter:
    """What the API user finds of the dealers that this person works for."""
    nameless, served = dealers.list_dealers_without_vendor(tx), account.dealers_seen
    seen = None if user is None or user.all_dealers else frozenset(user.dealer_ids)
    if served is not None:
        seen = frozenset(served) if seen is None else seen & frozenset(served)
    return Filter(
        lines=None if user is None else frozenset({int(Line.named(str(user.options.get("line", ""))))}),
        dealers=seen,
        exclude=(Filter(dealers=nameless),) if nameless else (),
        keywords=parse_keywords(text),
    )


def _end_user(user: Credential | None, customer: Customer) -> EndUser:
    userid = customer.userid or f"customer {customer.id}"
    return EndUser(OUR_OWN_SHOP, userid) if user is None else customer_templates.end_user_of(user, userid)


def _currencies(desk: StaffDesk, previews: Sequence[ItemPreview]) -> dict[int, str]:
    with desk.desk.app.database.read() as tx:
        stores = dealers.load_stores(tx, {each.item.store_id for each in previews})
    return {store.id: store.currency for store in stores.values()}
