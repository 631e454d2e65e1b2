"""The list of stock."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from starlette.responses import Response

from partscounter.database import ReadTx
from partscounter.domain import catalog, inventory
from partscounter.domain.inventory import Item
from partscounter.domain.inventory.browse import Unsold, UnsoldFilter, find_numbered, list_unsold
from partscounter.portal.area import StaffDesk
from partscounter.portal.inventory.ask import BY_KIND, Asked, read_asked, wanted_by
from partscounter.portal.inventory.reach import Reach, reach_of
from partscounter.search import KeywordsTooComplex, SearchRequest
from partscounter.web.visits import Visit

ON_A_PAGE: Final = 50
SUGGESTED: Final = 200
"""Names offered for a filter, the most frequent ones."""


@dataclass(frozen=True, slots=True)
class Found:
    """One page of the list."""

    exact: Sequence[Item] = ()
    """Called exactly what was asked for, whether they can be bought or not."""
    items: Sequence[Item] = ()
    total: int | None = None
    """Of all pages; None where it is not counted."""
    previous: str = ""
    following: str = ""
    problem: str = ""


class BrowsePage:
    """`/portal/inventory`."""

    def __init__(self, desk: StaffDesk) -> None:
        self._desk = desk

    def show(self, visit: Visit) -> Response:
        asked = read_asked(visit.query)
        with self._desk.desk.app.database.read() as tx:
            reach = reach_of(tx, visit.signed_in)
            found = self._offered(tx, asked, reach) if asked.unsold is None else _unsold(tx, asked, asked.unsold, reach)
            names = self._suggested(tx, asked, reach)
        status = 400 if found.problem else 200
        return self._desk.show(
            visit, "inventory/browse.html", status, asked=asked, reach=reach, found=found, suggested=names
        )

    def _offered(self, tx: ReadTx, asked: Asked, reach: Reach) -> Found:
        try:
            wanted = wanted_by(tx, asked, reach)
        except KeywordsTooComplex as refused:
            return Found(problem=refused.message)
        request = SearchRequest(
            wanted, sort=asked.sort.key, descending=asked.sort.descending, page_number=asked.page, result_size=ON_A_PAGE
        )
        page = self._desk.desk.app.search.search(request)
        exact = _called(tx, asked, reach) if asked.page == 1 else []
        loaded = inventory.load_items(tx, [*page.uids, *exact])
        return Found(
            exact=[loaded[id_] for id_ in exact],
            items=[loaded[uid] for uid in page.uids if uid in loaded and uid not in exact],
            total=page.total,
            previous=_address(asked, page=str(asked.page - 1)) if 1 < asked.page <= page.pages + 1 else "",
            following=_address(asked, page=str(asked.page + 1)) if asked.page < page.pages else "",
        )

    def _suggested(self, tx: ReadTx, asked: Asked, reach: Reach) -> Mapping[str, Sequence[str]]:
        """The names that most of this dealer's items bear, for each filter."""
        everything = wanted_by(tx, Asked(dealer=asked.dealer, store=asked.store), reach)
        suggested = {}
        for name, (kind, field) in BY_KIND.items():
            counts = self._desk.desk.app.search.available(field, everything)
            most = sorted(counts, key=lambda number: -counts[number])[:SUGGESTED]
            suggested[name] = [each.text for each in catalog.list_names(tx, kind, most)]
        return suggested


def _called(tx: ReadTx, asked: Asked, reach: Reach) -> list[int]:
    """Only for what looks like a number: a word would be looked for in vain."""
    if not any(sign.isdigit() for sign in asked.text):
        return []
    stores = [store.id for store in reach.stores.values() if asked.dealer in {None, store.dealer_id}]
    if asked.store is not None:
        stores = [store_id for store_id in stores if store_id == asked.store]
    return find_numbered(tx, stores, asked.text)


def _unsold(tx: ReadTx, asked: Asked, why: Unsold, reach: Reach) -> Found:
    dealers = reach.dealer_ids
    if asked.dealer is not None:
        dealers = frozenset({asked.dealer}) & frozenset(reach.dealers)
    wanted = UnsoldFilter(why, dealers, asked.store, asked.text)
    ids = list_unsold(tx, wanted, before=asked.before, limit=ON_A_PAGE + 1)
    loaded = inventory.load_items(tx, ids)
    shown = ids[:ON_A_PAGE]
    return Found(
        items=[loaded[id_] for id_ in shown],
        previous=_address(asked, before="") if asked.before is not None else "",
        following=_address(asked, before=str(shown[-1])) if len(ids) > ON_A_PAGE else "",
    )


def _address(asked: Asked, **changed: str) -> str:
    fields = {name: value for name, value in (asked.fields | changed).items() if value}
    return f"?{urlencode(fields)}"
