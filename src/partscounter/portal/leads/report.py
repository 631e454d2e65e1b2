"""How many leads came in, by month, kind and vendor; and which searches found nothing. Both as tables to download."""

from collections.abc import Mapping, Sequence
from dataclasses import astuple

from starlette.responses import Response

from partscounter.domain import leads
from partscounter.domain.dealers import Dealer
from partscounter.domain.leads import LeadCount
from partscounter.domain.leads.empty_searches import EmptySearch, count_empty_searches
from partscounter.portal.area import StaffDesk, visible_dealers
from partscounter.portal.download import csv_file
from partscounter.portal.leads.asked import KINDS, asked_month, concerns
from partscounter.web.visits import Visit

COLUMNS = ("month", "kind", "vendor_id", "vendor", "leads")
EMPTY_COLUMNS = ("month", "part_type", "make", "model", "keywords", "searches")
SHOWN = 200
MOST_ROWS = 20_000


class ReportPages:
    """`/portal/leads/report` and `/portal/leads/lost`, each with a `.csv` beside it."""

    def __init__(self, desk: StaffDesk) -> None:
        self._desk = desk

    def report(self, visit: Visit) -> Response:
        counts, dealers = self._counts(visit)
        months: dict[str, int] = {}
        for each in counts:
            months[each.month] = months.get(each.month, 0) + each.count
        return self._desk.show(
            visit,
            "leads/report.html",
            month=asked_month(visit),
            counts=sorted(counts, key=lambda each: each.month, reverse=True),
            months=months,
            dealers=dealers,
            kinds=KINDS,
            total=sum(months.values()),
        )

    def report_file(self, visit: Visit) -> Response:
        counts, dealers = self._counts(visit)
        return csv_file("leads.csv", COLUMNS, [_row(each, dealers) for each in counts])

    def lost(self, visit: Visit) -> Response:
        found = self._empty(visit, SHOWN)
        return self._desk.show(
            visit, "leads/lost.html", month=asked_month(visit), searches=found, is_cut=len(found) == SHOWN
        )

    def lost_file(self, visit: Visit) -> Response:
        found = self._empty(visit, MOST_ROWS)
        rows = [(each.month, *astuple(each.words), str(each.searches)) for each in found]
        return csv_file("lost-sales.csv", EMPTY_COLUMNS, rows)

    def _counts(self, visit: Visit) -> tuple[list[LeadCount], Mapping[int, Dealer]]:
        account = visit.signed_in
        with self._desk.desk.app.database.read() as tx:
            dealers = {dealer.id: dealer for dealer in visible_dealers(tx, account)}
            counts = leads.count_leads(tx, asked_month(visit) or None)
        return [each for each in counts if concerns(account, each.dealer_id)], dealers

    def _empty(self, visit: Visit, limit: int) -> Sequence[EmptySearch]:
        """Of the whole counter: a search that finds nothing names no dealer."""
        with self._desk.desk.app.database.read() as tx:
            return count_empty_searches(tx, asked_month(visit) or None, limit)


def _row(counted: LeadCount, dealers: Mapping[int, Dealer]) -> tuple[str, ...]:
    vendor = None if counted.dealer_id is None else dealers[counted.dealer_id]
    names = ("", "") if vendor is None else (vendor.vendor_id or "", vendor.name)
    return (counted.month, counted.kind.value, *names, str(counted.count))
