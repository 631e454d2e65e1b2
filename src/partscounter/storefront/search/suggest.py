"""Suggestions while somebody types: part numbers first, then part types, makes and models."""

from typing import Final

from starlette.responses import Response

from partscounter.domain.catalog import NameKind
from partscounter.kit.refusal import Invalid
from partscounter.kit.text import squash
from partscounter.search import IndexMissing, count_named
from partscounter.search.end_user import changes_for
from partscounter.storefront.buyer import buyer_of
from partscounter.storefront.search.asked import LONGEST
from partscounter.storefront.search.suggestion import Suggestion, suggest_names, suggest_numbers
from partscounter.web.desk import Desk
from partscounter.web.visits import Visit

SHORTEST: Final = 2
"""Letters and digits for which something is suggested."""


class SuggestPage:
    """`/shop/suggest?q=`: the inside of a list, for the script beside the search box."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def show(self, visit: Visit) -> Response:
        """The list; empty for what is too short to say anything, or cannot be searched for."""
        typed = " ".join((visit.query.first("q") or "").split())[:LONGEST]
        try:
            found = self._find(visit, typed) if len(squash(typed)) >= SHORTEST else []
        except (IndexMissing, Invalid):
            found = []
        return self._desk.show(visit, "search/suggestions.html", found=found)

    def _find(self, visit: Visit, typed: str) -> list[Suggestion]:
        app = self._desk.app
        view = app.search.view()
        with app.database.read() as tx:
            buyer = buyer_of(app, tx, visit.account)
            scope = buyer.scope(changes_for(tx, buyer.terms).hidden)
            count = count_named(app.search, scope)
            found = suggest_numbers(tx, view, scope, typed)
            for kind in (NameKind.PART_TYPE, NameKind.MAKE, NameKind.MODEL):
                found += suggest_names(tx, kind, typed, count)
        return found
