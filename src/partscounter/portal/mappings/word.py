"""One word: edited in place, with what a change would do to searches before it is saved."""

from functools import partial

from starlette.responses import Response

from partscounter.domain import catalog, mappings
from partscounter.domain.access import Credential
from partscounter.domain.catalog import NameKind
from partscounter.domain.mappings import InvalidMapping, MappingChanged, MappingPlan, MappingRow, ValueEdit
from partscounter.kit.text import squash
from partscounter.portal.area import StaffDesk
from partscounter.portal.mappings.user import KIND_NAMES, items_seen, kind_asked, own_user
from partscounter.search import count_named
from partscounter.web.incoming import Query
from partscounter.web.row_number import id_in
from partscounter.web.visits import Visit, go_to


class WordPage:
    """`/portal/mappings/{id}/word`."""

    def __init__(self, desk: StaffDesk) -> None:
        self._desk = desk

    def ask(self, visit: Visit) -> Response:
        with self._desk.desk.app.database.read() as tx:
            user = own_user(tx, visit.signed_in, id_in(visit, "id"))
            rows = mappings.list_rows(tx, user.id)
        return self._page(visit, user, rows, _edit_asked(visit.query, rows))

    def take(self, visit: Visit) -> Response:
        """Save, take out, or only say what would change."""
        with self._desk.desk.app.database.read() as tx:
            user = own_user(tx, visit.signed_in, id_in(visit, "id"))
            rows = mappings.list_rows(tx, user.id)
        edit = _edit_posted(visit)
        if mappings.mapping_version(rows) != visit.field("version"):
            return self._page(visit, user, rows, edit, 409, is_overtaken=True)
        try:
            if visit.field("step") == "plan":
                return self._page(visit, user, rows, edit, plan=self._plan(user, rows, edit))
            self._save(visit, user, edit)
        except InvalidMapping as refused:
            return self._page(visit, user, rows, edit, 400, wrong=_wrong(refused))
        except MappingChanged:
            return self._page(visit, user, rows, edit, 409, is_overtaken=True)
        done = "saved" if edit.value else "removed"
        return go_to(f"/portal/mappings/{user.id}?kind={edit.kind.value}&done={done}")

    def _plan(self, user: Credential, rows: list[MappingRow], edit: ValueEdit) -> MappingPlan:
        app = self._desk.desk.app
        with app.database.read() as tx:
            count_items = count_named(app.search, items_seen(tx, user))
            return mappings.plan_mapping(tx, user.id, mappings.edited_rows(rows, edit), count_items)

    def _save(self, visit: Visit, user: Credential, edit: ValueEdit) -> None:
        verb = partial(mappings.edit_mapping, credential_id=user.id, edit=edit, version=visit.field("version"))
        self._desk.desk.app.database.write(visit.actor, verb)

    def _page(
        self,
        visit: Visit,
        user: Credential,
        rows: list[MappingRow],
        edit: ValueEdit,
        status: int = 200,
        *,
        wrong: dict[str, str] | None = None,
        plan: MappingPlan | None = None,
        is_overtaken: bool = False,
    ) -> Response:
        with self._desk.desk.app.database.read() as tx:
            natives = [name.text for name in catalog.list_names(tx, edit.kind)] if edit.kind in KIND_NAMES else []
        return self._desk.show(
            visit,
            "mappings/word.html",
            status,
            user=user,
            edit=edit,
            kinds=KIND_NAMES,
            version=mappings.mapping_version(rows),
            groups=sorted({row.value for row in rows if row.kind is edit.kind}),
            natives=natives[:2000],
            wrong=wrong or {},
            plan=plan,
            is_overtaken=is_overtaken,
        )


def _edit_asked(query: Query, rows: list[MappingRow]) -> ValueEdit:
    """The word as it is; or a new one, begun with what the address says."""
    kind, word = kind_asked(query), (query.first("word") or "").strip()
    mine = [row for row in rows if row.kind is kind and word and squash(row.value) == squash(word)]
    if not mine:
        native = (query.first("native") or "").strip()
        return ValueEdit(kind, "", word, (native,) if native else ())
    first = mine[0]
    natives = tuple(row.native for row in mine if row.native)
    return ValueEdit(kind, first.value, first.value, natives, first.number, first.parent, first.category)


def _edit_posted(visit: Visit) -> ValueEdit:
    kind = next((kind for kind in KIND_NAMES if kind.value == visit.field("kind")), NameKind.PART_TYPE)
    is_removal = visit.field("step") == "remove"
    is_part_type = kind is NameKind.PART_TYPE
    return ValueEdit(
        kind=kind,
        known_as=visit.field("known_as"),
        # A new word without a name is to be refused, not taken for one that is to go.
        value="" if is_removal else visit.field("value") or "-",
        natives=tuple(line.strip() for line in visit.field("natives").splitlines() if line.strip()),
        number=visit.field("number"),
        parent=visit.field("parent") if is_part_type else "",
        category=visit.field("category") if is_part_type else "",
    )


def _wrong(refused: InvalidMapping) -> dict[str, str]:
    """By field; what is wrong elsewhere, such as beneath a word that is to go, under no name."""
    wrong: dict[str, str] = {}
    for violation in refused.violations:
        line, _, column = violation.field.partition(", column ")
        field = {"native": "natives"}.get(column, column) if line != "line 0" else ""
        wrong.setdefault(field, violation.issue)
    return wrong
