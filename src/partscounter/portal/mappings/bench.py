"""One API user's words beside the catalogue: what they stand for, and where the two do not fit."""

from typing import Final

from starlette.responses import Response

from partscounter.domain import mappings
from partscounter.domain.mappings import MappingRow
from partscounter.kit.text import squash
from partscounter.portal.area import StaffDesk
from partscounter.portal.mappings.user import KIND_NAMES, kind_asked, own_user
from partscounter.web.row_number import id_in, number_of
from partscounter.web.visits import Visit

ON_A_PAGE: Final = 100
FIRST: Final = 50
"""Names without a word, and searches in vain, that are shown."""


class BenchPage:
    """`/portal/mappings/{id}`."""

    def __init__(self, desk: StaffDesk) -> None:
        self._desk = desk

    def show(self, visit: Visit) -> Response:
        kind, text = kind_asked(visit.query), (visit.query.first("q") or "").strip()
        with self._desk.desk.app.database.read() as tx:
            user = own_user(tx, visit.signed_in, id_in(visit, "id"))
            reports = mappings.report_coverage(tx, user.id)
            rows = [row for row in mappings.list_rows(tx, user.id) if row.kind is kind]
        words = _by_word([row for row in rows if squash(text) in squash(row.value)])
        page = _page_number(visit.query.first("page") or "", len(words))
        return self._desk.show(
            visit,
            "mappings/bench.html",
            user=user,
            kind=kind,
            kinds=KIND_NAMES,
            reports=reports,
            report=next(report for report in reports if report.kind is kind),
            words=words[(page - 1) * ON_A_PAGE : page * ON_A_PAGE],
            total=len(words),
            page=page,
            pages=-(-len(words) // ON_A_PAGE),
            text=text,
            first=FIRST,
            done=visit.query.first("done") or "",
        )


def _by_word(rows: list[MappingRow]) -> list[list[MappingRow]]:
    words: dict[str, list[MappingRow]] = {}
    for row in rows:
        words.setdefault(squash(row.value), []).append(row)
    return list(words.values())


def _page_number(text: str, words: int) -> int:
    return min(number_of(text) or 1, max(1, -(-words // ON_A_PAGE)))
