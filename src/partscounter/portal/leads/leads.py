"""What people asked for: by month, kind and dealer; and one of them whole."""

from starlette.exceptions import HTTPException
from starlette.responses import Response

from partscounter.domain import dealers, leads
from partscounter.domain.leads import LeadsWanted, UnknownLead, wants
from partscounter.portal.area import StaffDesk, visible_dealers
from partscounter.portal.leads.asked import KINDS, asked_dealer, asked_kind, asked_month, concerns
from partscounter.portal.paging import SIZE, offset_of, paging_of
from partscounter.portal.served import serves
from partscounter.web.row_number import id_in
from partscounter.web.visits import Visit


class LeadPages:
    """`/portal/leads` and `/portal/leads/{lead}`."""

    def __init__(self, desk: StaffDesk) -> None:
        self._desk = desk

    def list(self, visit: Visit) -> Response:
        account, month, kind = visit.signed_in, asked_month(visit), asked_kind(visit)
        with self._desk.desk.app.database.read() as tx:
            seen = visible_dealers(tx, account)
            dealer_id = asked_dealer(visit, seen)
            wanted = LeadsWanted(month, kind, dealer_id, account.dealers_seen)
            total, found = leads.search_leads(tx, wanted, offset=offset_of(visit), limit=SIZE)
        return self._desk.show(
            visit,
            "leads/list.html",
            leads=[(lead, leads.title_of(lead)) for lead in found],
            names={dealer.id: dealer.name for dealer in seen},
            kinds=KINDS,
            month=month,
            kind=kind,
            dealer_id=dealer_id,
            paging=paging_of(visit, total),
        )

    def show(self, visit: Visit) -> Response:
        with self._desk.desk.app.database.read() as tx:
            try:
                lead = leads.get_lead(tx, id_in(visit, "lead"))
            except UnknownLead:
                raise HTTPException(404) from None
            if not concerns(visit.signed_in, lead.draft.dealer_id):
                raise HTTPException(404)
            customer = leads.customer_of_lead(tx, lead.draft)
            is_served = customer is not None and serves(visit.signed_in, customer)
            dealer = None if lead.draft.dealer_id is None else dealers.get_dealer(tx, lead.draft.dealer_id)
            want = wants.find_want_of_lead(tx, lead.id)
            is_open = want is not None and want.is_open(tx.now)
        return self._desk.show(
            visit,
            "leads/lead.html",
            lead=lead,
            title=leads.title_of(lead),
            kinds=KINDS,
            customer=customer if is_served else None,
            dealer=dealer,
            want=want,
            is_open=is_open,
        )
