"""The results of a search."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from starlette.responses import Response

from partscounter.database import ReadTx
from partscounter.domain import dealers
from partscounter.domain.leads.empty_searches import SearchedWords
from partscounter.search import SearchPage
from partscounter.storefront.buyer import buyer_of
from partscounter.storefront.place import Place, place_of
from partscounter.storefront.search.ask import request_of
from partscounter.storefront.search.asked import DISTANCES, NAMES, Asked, read_asked
from partscounter.storefront.search.facets import Choice, Counting
from partscounter.storefront.search.hits import FoundItem, load_found
from partscounter.web.desk import Desk
from partscounter.web.pages import PHOTO_POLICY
from partscounter.web.visits import Visit

REQUEST_PATH: Final = "/shop/wants/new"


@dataclass(frozen=True, slots=True)
class Results:
    """One page of them."""

    page: SearchPage
    found: Sequence[FoundItem]
    facets: Mapping[str, Sequence[Choice]]
    vendor_name: str
    """Of the seller that was chosen; empty for none."""


class ResultsPage:
    """`/shop/search`."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def show(self, visit: Visit) -> Response:
        """The page; with status 400 where a field cannot be read, which then filters nothing."""
        asked, place = read_asked(visit.query), place_of(visit)
        results = self._find(visit, asked, place)
        if results.page.total == 0:
            self._note_empty(asked)
        response = self._desk.show(
            visit,
            "search/results.html",
            400 if asked.wrong else 200,
            asked=asked,
            place=place,
            results=results,
            chosen=[(name, asked.text(name), asked.address(**{name: ""})) for name in NAMES if asked.text(name)],
            distances=DISTANCES,
            request_address=request_address(asked),
        )
        response.headers["Content-Security-Policy"] = PHOTO_POLICY
        return response

    def _find(self, visit: Visit, asked: Asked, place: Place | None) -> Results:
        app = self._desk.app
        view = app.search.view()  # before the transaction: what the index has found, the database then has as well
        with app.database.read() as tx:
            buyer = buyer_of(app, tx, visit.account)
            request = request_of(tx, asked, buyer, None if place is None else place.point)
            page = app.search.search(request, view)
            facets = Counting(tx, app.search, view, request).facets(asked) if page.total else {}
            found = load_found(tx, page.hits, buyer, asked.keywords)
            return Results(page, found, facets, _vendor_name(tx, asked.text("vendor")))

    def _note_empty(self, asked: Asked) -> None:
        """A search that found nothing is a sale that may be lost."""
        words = SearchedWords(asked.text("type"), asked.text("make"), asked.text("model"), asked.text("q"))
        if words != SearchedWords():
            self._desk.app.empty_searches.add(words)


def request_address(asked: Asked) -> str:
    """The form to request what was searched for."""
    names = {"number": "q", "part_type": "type", "make": "make", "model": "model", "year": "year_from"}
    pairs = [(name, asked.text(field)) for name, field in names.items() if asked.text(field)]
    return f"{REQUEST_PATH}?{urlencode(pairs)}" if pairs else REQUEST_PATH


def _vendor_name(tx: ReadTx, vendor_id: str) -> str:
    dealer = dealers.find_dealer_by_vendor(tx, vendor_id) if vendor_id else None
    return "" if dealer is None else dealer.name
