"""One item in full, and the form to ask its seller."""

from http import HTTPStatus
from urllib.parse import urlencode

from starlette.responses import Response

from partscounter.database import WriteTx
from partscounter.domain import leads
from partscounter.domain.leads import Lead, LeadDraft, LeadKind
from partscounter.search import miles_between
from partscounter.search.store_points import point_of_store
from partscounter.storefront.contact import Contact, known_contact, read_contact
from partscounter.storefront.hourly_limit import HourlyLimit
from partscounter.storefront.items.find import FoundItem, find_item
from partscounter.storefront.offered import Offered
from partscounter.storefront.place import Place, place_of
from partscounter.web.desk import Desk
from partscounter.web.pages import PHOTO_POLICY
from partscounter.web.visits import Visit, go_to


class ItemPage:
    """`/shop/items/{uid}`."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._limit = HourlyLimit(desk.app.clock)

    def show(self, visit: Visit) -> Response:
        """The item; 410 for one that is sold and 404 for one that there is not, both with what to do instead."""
        found = self._find(visit)
        if found is None:
            return self._desk.show(visit, "items/unknown.html", 404)
        if found.is_sold:
            return self._gone(visit, found)
        return self._page(visit, found, known_contact(visit), is_asked=visit.query.first("done") == "asked")

    def ask(self, visit: Visit) -> Response:
        """Send the seller a question. A refusal shows the form again, as it was typed; so does 429 for too many."""
        found, contact = self._find(visit), read_contact(visit)
        if found is None:
            return self._desk.show(visit, "items/unknown.html", 404)
        wrong = contact.wrong if contact.message else contact.wrong | {"message"}
        if wrong:
            return self._page(visit, found, contact, HTTPStatus.BAD_REQUEST, wrong=wrong)
        if not self._limit.take(visit.origin.address):
            return self._page(visit, found, contact, HTTPStatus.TOO_MANY_REQUESTS)
        draft = inquiry_of(found, contact, place_of(visit))

        def log(tx: WriteTx) -> Lead:
            return leads.log_lead(tx, draft)

        self._desk.app.database.write(visit.actor, log)
        return go_to(f"/shop/items/{found.offered.item.id}?done=asked#ask")

    def _find(self, visit: Visit) -> FoundItem | None:
        app = self._desk.app
        with app.database.read() as tx:
            return find_item(app, tx, visit.path("uid"), visit.account)

    def _gone(self, visit: Visit, found: FoundItem) -> Response:
        address = f"/shop/wants/new?{urlencode(wanted_words(found.offered))}"
        return self._desk.show(visit, "items/gone.html", 410, offered=found.offered, request_address=address)

    def _page(
        self,
        visit: Visit,
        found: FoundItem,
        contact: Contact,
        status: int = HTTPStatus.OK,
        *,
        wrong: frozenset[str] = frozenset(),
        is_asked: bool = False,
    ) -> Response:
        response = self._desk.show(
            visit,
            "items/item.html",
            status,
            found=found,
            offered=found.offered,
            distance=_distance(found.offered, place_of(visit)),
            contact=contact,
            wrong=wrong,
            is_too_often=status == HTTPStatus.TOO_MANY_REQUESTS,
            is_asked=is_asked,
        )
        response.headers["Content-Security-Policy"] = PHOTO_POLICY
        return response


def inquiry_of(found: FoundItem, contact: Contact, place: Place | None) -> LeadDraft:
    """The question as a lead; its facts are called as in the inventory contract ("Part Inquiries")."""
    offered = found.offered
    facts = {
        "vendor_sku": offered.item.tag_number or offered.number,
        "vendor_inventory_id": offered.item.inventory_id,
        **wanted_words(offered),
        "comments": contact.message,
    }
    return LeadDraft(
        kind=LeadKind.PART_INQUIRY,
        contact=contact.for_lead(place),
        dealer_id=offered.dealer.id,
        store_id=offered.store.id,
        userid=found.buyer.userid,
        facts=tuple((name, text) for name, text in facts.items() if text),
    )


def wanted_words(offered: Offered) -> dict[str, str]:
    """What the item is, as a request for another would say it."""
    about = offered.item.description
    words = {
        "part_type": about.part_name,
        "make": offered.item.make,
        "model": offered.item.model,
        "year": "" if about.year is None else str(about.year),
        "number": about.oem_number,
    }
    return {name: text for name, text in words.items() if text}


def _distance(offered: Offered, place: Place | None) -> float | None:
    point = None if place is None else point_of_store(offered.store)
    return None if place is None or point is None else miles_between(place.point, point)
