"""The list of credentials."""

from typing import Final
from urllib.parse import urlencode

from starlette.responses import Response

from partscounter.domain import access
from partscounter.domain.access import CredentialSearch
from partscounter.portal.area import StaffDesk, visible_dealers
from partscounter.portal.credentials.products import TITLES, product_named
from partscounter.web.row_number import number_of
from partscounter.web.visits import Visit

PAGE: Final = 50
_STATES: Final = {"enabled": True, "disabled": False}


class CredentialList:
    """`/portal/credentials`."""

    def __init__(self, desk: StaffDesk) -> None:
        self._desk = desk

    def show(self, visit: Visit) -> Response:
        asked = {name: visit.query.first(name) or "" for name in ("text", "product", "state", "dealer")}
        with self._desk.desk.app.database.read() as tx:
            dealers = visible_dealers(tx, visit.signed_in)
            names = {dealer.id: dealer.name for dealer in dealers}
            dealer = number_of(asked["dealer"])
            wanted = CredentialSearch(
                text=asked["text"].strip(),
                product=product_named(asked["product"]),
                enabled=_STATES.get(asked["state"]),
                only_of=visit.signed_in.dealers_seen,
                sees=dealer if dealer in names else None,
            )
            after = number_of(visit.query.first("after") or "") or 0
            found = access.search_credentials(tx, wanted, after_id=after, limit=PAGE + 1)
        shown = found[:PAGE]
        more = urlencode({**asked, "after": shown[-1].id}) if len(found) > PAGE else ""
        return self._desk.show(
            visit,
            "credentials/list.html",
            credentials=shown,
            dealer_choices=[("", "any dealer"), *((str(each.id), each.name) for each in dealers)],
            names=names,
            titles=TITLES,
            asked=asked,
            more=more,
            is_first=not after,
            is_filtered=any(asked.values()),
        )
