"""A new item."""

from collections.abc import Mapping
from functools import partial

from starlette.exceptions import HTTPException
from starlette.responses import Response

from partscounter.domain import dealers
from partscounter.domain.inventory import FedItem
from partscounter.domain.inventory.changes import Expected, ItemChanged, ItemName, Put, read_fields
from partscounter.domain.inventory.corrections import correct_item
from partscounter.kit.refusal import Violation
from partscounter.portal.area import StaffDesk, require_dealer
from partscounter.portal.inventory.fields import GROUPS, LABELS, LINES, NAMES, posted_texts
from partscounter.portal.inventory.reach import reach_of
from partscounter.web.row_number import number_of
from partscounter.web.visits import Visit, go_to

_BLANK = dict.fromkeys(NAMES, "") | {"line": "heavy_truck", "available": "true", "quantity": "1"}


class AddPage:
    """`/portal/inventory/new`."""

    def __init__(self, desk: StaffDesk) -> None:
        self._desk = desk

    def ask(self, visit: Visit) -> Response:
        return self._page(visit, _BLANK)

    def take(self, visit: Visit) -> Response:
        texts = posted_texts(visit) | {
            "quantity": visit.field("quantity"),
            "vendor_inventory_id": visit.field("vendor_inventory_id"),
            "store": visit.field("store"),
        }
        name = self._name(visit, texts)
        fields = {field: text for field, text in texts.items() if field not in {"store", "vendor_inventory_id"}}
        fed = read_fields(name, fields, self._desk.desk.app.clock.now().year, is_whole=True)
        if not isinstance(fed, FedItem):
            return self._page(visit, texts, 400, fed)
        change = Put(name, fed, Expected(is_new=True))
        try:
            done = self._desk.desk.app.database.write(visit.actor, partial(correct_item, change=change))
        except ItemChanged:
            taken = Violation("vendor_inventory_id", "is the number of another item of this store")
            return self._page(visit, texts, 409, (taken,))
        return go_to(f"/portal/inventory/{done.item.id}?done=added")

    def _name(self, visit: Visit, texts: Mapping[str, str]) -> ItemName:
        number = number_of(texts["store"])
        with self._desk.desk.app.database.read() as tx:
            store = None if number is None else dealers.load_stores(tx, [number]).get(number)
            if store is None:
                raise HTTPException(404)
            require_dealer(visit.signed_in, store.dealer_id)
            dealer = dealers.get_dealer(tx, store.dealer_id)
        return ItemName.of(dealer.vendor_id or "", store.vendor_store, texts["vendor_inventory_id"])

    def _page(
        self, visit: Visit, texts: Mapping[str, str], status: int = 200, wrong: tuple[Violation, ...] = ()
    ) -> Response:
        with self._desk.desk.app.database.read() as tx:
            reach = reach_of(tx, visit.signed_in)
        stores = [
            (str(store.id), reach.store_name(store.id))
            for store in reach.stores.values()
            if reach.dealers[store.dealer_id].vendor_id
        ]
        return self._desk.show(
            visit,
            "inventory/add.html",
            status,
            texts=texts,
            stores=sorted(stores, key=lambda each: each[1].casefold()),
            wrong={each.field: each.issue for each in wrong},
            groups=GROUPS,
            lines=LINES,
            labels=LABELS,
        )
