"""The trade's other words, the same for all dealers: everyone who maps may see them, operators change them."""

from functools import partial

from starlette.responses import Response

from partscounter.domain.accounts import Role
from partscounter.domain.catalog import NameKind, aliases
from partscounter.domain.catalog.aliases import AliasRow, InvalidAliases, UnknownAlias
from partscounter.kit.text import squash
from partscounter.portal.area import StaffDesk
from partscounter.portal.mappings.user import KIND_NAMES, kind_asked
from partscounter.web.visits import Visit, go_to


class AliasPage:
    """`/portal/mappings/aliases`."""

    def __init__(self, desk: StaffDesk) -> None:
        self._desk = desk

    def show(self, visit: Visit) -> Response:
        return self._page(visit)

    def put(self, visit: Visit) -> Response:
        """A new alias, or one that shall stand for another name."""
        row = AliasRow(_kind_posted(visit), visit.field("alias"), visit.field("name"))
        try:
            self._desk.desk.app.database.write(visit.actor, partial(aliases.put_aliases, rows=[row]))
        except InvalidAliases as refused:
            wrong = {each.field.rpartition("column ")[2]: each.issue for each in refused.violations}
            return self._page(visit, 400, row=row, wrong=wrong)
        return go_to(f"/portal/mappings/aliases?kind={row.kind.value}&done=put")

    def remove(self, visit: Visit) -> Response:
        """It stands for nothing any more."""
        kind, text = _kind_posted(visit), visit.field("alias")
        try:
            self._desk.desk.app.database.write(visit.actor, lambda tx: aliases.remove_alias(tx, kind, text))
        except UnknownAlias as refused:
            return self._page(visit, 404, problem=refused.message)
        return go_to(f"/portal/mappings/aliases?kind={kind.value}&done=removed")

    def _page(
        self,
        visit: Visit,
        status: int = 200,
        *,
        row: AliasRow | None = None,
        wrong: dict[str, str] | None = None,
        problem: str = "",
    ) -> Response:
        kind = kind_asked(visit.query) if row is None else row.kind
        text = (visit.query.first("q") or "").strip()
        with self._desk.desk.app.database.read() as tx:
            found = aliases.list_aliases(tx, kind)
        key = squash(text)
        return self._desk.show(
            visit,
            "mappings/aliases.html",
            status,
            kind=kind,
            kinds=KIND_NAMES,
            text=text,
            aliases=[each for each in found if key in squash(each.text) or key in squash(each.name)],
            row=row,
            wrong=wrong or {},
            problem=problem,
            may_change=visit.signed_in.role is Role.OPERATOR,
            done=visit.query.first("done") or "",
        )


def _kind_posted(visit: Visit) -> NameKind:
    return next((kind for kind in KIND_NAMES if kind.value == visit.field("kind")), NameKind.PART_TYPE)
