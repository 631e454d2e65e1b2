"""Pushed orders: every try with its answer, and posting an order again."""

from functools import partial
from typing import Final
from urllib.parse import urlencode

from starlette.responses import Response

from partscounter.domain.export import push
from partscounter.domain.export.push import DeliverySearch
from partscounter.kit.refusal import Conflict
from partscounter.portal.area import StaffDesk, require_dealer, visible_dealers
from partscounter.web.row_number import id_in, number_of
from partscounter.web.visits import Visit, go_to

PAGE: Final = 50
_CONFLICT: Final = 409
ADDRESS: Final = "/portal/deliveries/push"


class PushPages:
    """`/portal/deliveries/push`."""

    def __init__(self, desk: StaffDesk) -> None:
        self._desk = desk

    def list(self, visit: Visit) -> Response:
        return self._page(visit)

    def replay(self, visit: Visit) -> Response:
        """Post the order again, delivered or given up."""
        number, app = id_in(visit, "id"), self._desk.desk.app
        with app.database.read() as tx:
            require_dealer(visit.signed_in, push.find_dealer_of_delivery(tx, number) or 0)
        try:
            app.database.write(visit.actor, partial(push.replay_delivery, delivery_id=number))
        except Conflict as refused:
            return self._page(visit, _CONFLICT, refused.message)
        return go_to(f"{ADDRESS}?done=replayed")

    def _page(self, visit: Visit, status: int = 200, problem: str = "") -> Response:
        asked = {name: (visit.query.first(name) or "").strip() for name in ("order", "answers")}
        before = number_of(visit.query.first("before") or "")
        with self._desk.desk.app.database.read() as tx:
            names = {dealer.id: dealer.name for dealer in visible_dealers(tx, visit.signed_in)}
            wanted = DeliverySearch(
                order_number=asked["order"],
                failed_only=asked["answers"] == "failed",
                dealer_ids=visit.signed_in.dealers_seen,
            )
            found = push.search_deliveries(tx, wanted, before=before, limit=PAGE + 1)
            targets = [target for target in push.list_targets(tx) if target.dealer_id in names]
        shown = found[:PAGE]
        return self._desk.show(
            visit,
            "deliveries/pushes.html",
            status,
            deliveries=shown,
            targets={target.id: target for target in targets},
            names=names,
            asked=asked,
            more=urlencode({**asked, "before": shown[-1].id}) if len(found) > PAGE else "",
            is_first=before is None,
            is_filtered=any(asked.values()),
            problem=problem,
            done=visit.query.first("done") or "",
        )
