"""The customers whom somebody serves, found by name, company, town, mail address or number."""

from starlette.responses import Response

from partscounter.domain import customers, dealers
from partscounter.domain.customers import CustomersWanted
from partscounter.portal.area import StaffDesk
from partscounter.portal.paging import SIZE, offset_of, paging_of
from partscounter.web.visits import Visit

LONGEST_SEARCH = 200


class CustomerList:
    """`/portal/customers`."""

    def __init__(self, desk: StaffDesk) -> None:
        self._desk = desk

    def show(self, visit: Visit) -> Response:
        text = (visit.query.first("q") or "").strip()[:LONGEST_SEARCH]
        wanted = CustomersWanted(text, visit.signed_in.dealers_seen)
        with self._desk.desk.app.database.read() as tx:
            total, found = customers.search_customers(tx, wanted, offset=offset_of(visit), limit=SIZE)
            profiles = customers.load_profiles(tx, [each.id for each in found])
            known = dealers.load_dealers(tx, {each.dealer_id for each in found if each.dealer_id is not None})
        return self._desk.show(
            visit,
            "customers/list.html",
            text=text,
            customers=found,
            profiles=profiles,
            dealers=known,
            paging=paging_of(visit, total),
        )
