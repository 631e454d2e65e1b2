"""All that somebody has ordered."""

from dataclasses import dataclass
from decimal import Decimal
from math import ceil
from typing import Final

from starlette.responses import Response

from partscounter.database import ReadTx
from partscounter.domain import dealers, orders, sales
from partscounter.domain.orders import Order
from partscounter.storefront.orders.progress import Standing, standing_of
from partscounter.storefront.orders.theirs import orders_of
from partscounter.web.desk import Desk
from partscounter.web.row_number import number_of
from partscounter.web.sign_in_first import sign_in_first
from partscounter.web.visits import Visit

_PAGE_SIZE: Final = 25
_LAST_PAGE: Final = 100_000
_LONGEST_TEXT: Final = 100


@dataclass(frozen=True, slots=True)
class _Row:
    order: Order
    seller: str
    standing: Standing
    total: Decimal


class HistoryPage:
    """`/shop/orders?q=…&page=…`."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def show(self, visit: Visit) -> Response:
        account = visit.account
        if account is None:
            return sign_in_first(visit)
        text = (visit.query.first("q") or "").strip()[:_LONGEST_TEXT]
        page = _page_number(visit.query.first("page") or "")
        with visit.app.database.read() as tx:
            total, found = orders.list_orders_of_buyer(tx, orders_of(account, text), page=page, size=_PAGE_SIZE)
            rows = _rows(tx, found)
        pages = max(1, ceil(total / _PAGE_SIZE))
        return self._desk.show(visit, "orders/history.html", rows=rows, total=total, text=text, page=page, pages=pages)


def _page_number(text: str) -> int:
    return min(number_of(text) or 1, _LAST_PAGE)


def _rows(tx: ReadTx, found: list[Order]) -> list[_Row]:
    stores = dealers.load_stores(tx, {order.store_id for order in found})
    sellers = dealers.load_dealers(tx, {order.dealer_id for order in found})
    adjustments = sales.load_adjustments(tx, [order.id for order in found])
    return [
        _Row(
            order,
            stores[order.store_id].company or sellers[order.dealer_id].name,
            standing_of(order),
            sales.total_of(order, adjustments[order.id]),
        )
        for order in found
    ]
