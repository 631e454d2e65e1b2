"""Whether customers choose their mails, dealer by dealer (Order Tracking v3, "Email Notifications")."""

from functools import partial
from typing import Final

from starlette.responses import Response

from partscounter.domain import dealers
from partscounter.portal.area import StaffDesk, require_dealer, visible_dealers
from partscounter.web.row_number import id_in
from partscounter.web.visits import Visit, go_to

ADDRESS: Final = "/portal/deliveries/choice"


class MailChoicePage:
    """`/portal/deliveries/choice`."""

    def __init__(self, desk: StaffDesk) -> None:
        self._desk = desk

    def show(self, visit: Visit) -> Response:
        with self._desk.desk.app.database.read() as tx:
            shown = visible_dealers(tx, visit.signed_in)
        done = visit.query.first("done") or ""
        return self._desk.show(visit, "deliveries/choice.html", dealers=shown, done=done)

    def save(self, visit: Visit) -> Response:
        """Switch it on or off for one dealer."""
        number = id_in(visit, "id")
        require_dealer(visit.signed_in, number)
        choose = visit.field("customers") == "choose"
        visit.app.database.write(
            visit.actor, partial(dealers.set_mail_choice, dealer_id=number, customers_choose=choose)
        )
        return go_to(f"{ADDRESS}?done=saved")
