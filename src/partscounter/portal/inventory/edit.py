"""Editing an item: only what was changed on the form is changed, and only if nobody else has been quicker."""

from collections.abc import Mapping
from functools import partial

from starlette.responses import Response

from partscounter.domain.inventory import FedItem, UnknownItem
from partscounter.domain.inventory.changes import Edit, Expected, ItemChanged, read_fields, texts_of, version_of
from partscounter.domain.inventory.corrections import correct_item
from partscounter.portal.area import StaffDesk
from partscounter.portal.inventory.fields import GROUPS, LABELS, LINES, posted_texts
from partscounter.portal.inventory.reach import OwnItem, own_item
from partscounter.web.row_number import id_in
from partscounter.web.visits import Visit, go_to


class EditPage:
    """`/portal/inventory/{id}/edit`."""

    def __init__(self, desk: StaffDesk) -> None:
        self._desk = desk

    def ask(self, visit: Visit) -> Response:
        own = self._own(visit)
        return self._page(visit, own, texts_of(own.item))

    def take(self, visit: Visit) -> Response:
        own, texts = self._own(visit), posted_texts(visit)
        if visit.field("version") != version_of(own.item):
            return self._overtaken(visit, own, texts)
        now = texts_of(own.item)
        changed = {name: text for name, text in texts.items() if text != now[name]}
        fed = read_fields(own.name, changed, self._this_year(), is_whole="part_type" in changed)
        if not isinstance(fed, FedItem):
            return self._page(visit, own, texts, 400, wrong={each.field: each.issue for each in fed})
        expected = Expected(versions=frozenset({visit.field("version")}))
        change = Edit(own.name, fed, frozenset(changed), expected)
        try:
            self._desk.desk.app.database.write(
                visit.actor, partial(correct_item, change=change, reason=visit.field("reason"))
            )
        except (ItemChanged, UnknownItem):
            return self._overtaken(visit, self._own(visit), texts)
        return go_to(f"/portal/inventory/{own.item.id}?done=edited")

    def _own(self, visit: Visit) -> OwnItem:
        with self._desk.desk.app.database.read() as tx:
            return own_item(tx, visit.signed_in, id_in(visit, "id"))

    def _this_year(self) -> int:
        return self._desk.desk.app.clock.now().year

    def _overtaken(self, visit: Visit, own: OwnItem, texts: Mapping[str, str]) -> Response:
        """What is wanted beside what is there now; saving once more is meant for what is there now."""
        now = texts_of(own.item)
        theirs = {name: now[name] for name in texts if texts[name] != now[name]}
        return self._page(visit, own, texts, 409, theirs=theirs, is_overtaken=True)

    def _page(
        self,
        visit: Visit,
        own: OwnItem,
        texts: Mapping[str, str],
        status: int = 200,
        *,
        wrong: Mapping[str, str] | None = None,
        theirs: Mapping[str, str] | None = None,
        is_overtaken: bool = False,
    ) -> Response:
        return self._desk.show(
            visit,
            "inventory/edit.html",
            status,
            own=own,
            texts=texts,
            version=version_of(own.item),
            wrong=wrong or {},
            theirs=theirs or {},
            is_overtaken=is_overtaken,
            reason=visit.field("reason"),
            groups=GROUPS,
            lines=LINES,
            labels=LABELS,
        )
