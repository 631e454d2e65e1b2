"""One import: what it would do, or did; carrying it out; its error file; undoing it."""

from dataclasses import dataclass

from starlette.exceptions import HTTPException
from starlette.responses import FileResponse, Response

from partscounter.database import ReadTx
from partscounter.domain import dealers, file_imports, inventory
from partscounter.domain.dealers import Store
from partscounter.domain.file_imports import FileImport, Folder, NoPlan, NothingToUndo, State, Undo
from partscounter.domain.inventory import Item, takeback
from partscounter.domain.inventory.takeback import Outcome
from partscounter.portal.area import StaffDesk
from partscounter.portal.imports.reach import KINDS, kinds_for, own_import
from partscounter.web.row_number import id_in
from partscounter.web.visits import Visit, go_to


@dataclass(frozen=True, slots=True)
class _About:
    """What is known around the import."""

    carried_out: FileImport | None
    undo: Undo | None
    restored: int
    left: int
    standing: int
    left_items: list[Item]
    stores: dict[int, Store]


class ImportPage:
    """`/portal/imports/{id}`."""

    def __init__(self, desk: StaffDesk) -> None:
        self._desk = desk
        self._folder = Folder(desk.desk.app.import_folder)

    def show(self, visit: Visit) -> Response:
        return self._page(visit)

    def errors(self, visit: Visit) -> Response:
        """Every wrong row, as it came."""
        each = self._own(visit)
        path = self._folder.errors(each)
        if each.state is not State.REFUSED or not path.exists():
            raise HTTPException(404)
        return FileResponse(path, media_type="text/csv; charset=utf-8", filename=f"import-{each.id}-errors.csv")

    def apply(self, visit: Visit) -> Response:
        """Carry out the plan; or, where it would take too much off offer, plan again with somebody's consent."""
        plan = self._own(visit)
        if plan.kind not in kinds_for(visit.signed_in):
            raise HTTPException(403)
        consent = file_imports.waits_for_consent(plan)
        if consent and not visit.field("consent"):
            return self._page(visit, 400, problem="Tick the box if so many items are to go off offer.")
        token = self._folder.share(plan.token)
        if token is None:
            return self._page(visit, 409, problem="The file is not kept any more. Hand it in once more.")
        begun = None
        try:
            begun = self._desk.desk.app.database.write(
                visit.actor,
                lambda tx: file_imports.carry_out_plan(
                    tx, plan.id, token, account_id=visit.signed_in.id, consent=consent
                ),
            )
        except NoPlan as refused:
            return self._page(visit, 409, problem=refused.message)
        finally:
            if begun is None or begun.token != token:
                self._folder.forget(token)
        return go_to(f"/portal/imports/{begun.id}")

    def undo(self, visit: Visit) -> Response:
        """Have the worker take it back."""
        each = self._own(visit)
        try:
            self._desk.desk.app.database.write(visit.actor, lambda tx: file_imports.ask_undo(tx, each.id))
        except NothingToUndo as refused:
            return self._page(visit, 409, problem=refused.message)
        return go_to(f"/portal/imports/{each.id}")

    def _own(self, visit: Visit) -> FileImport:
        with self._desk.desk.app.database.read() as tx:
            return own_import(tx, visit.signed_in, id_in(visit, "id"))

    def _page(self, visit: Visit, status: int = 200, problem: str = "") -> Response:
        with self._desk.desk.app.database.read() as tx:
            each = own_import(tx, visit.signed_in, id_in(visit, "id"))
            about = _about(tx, each)
        is_busy = not each.state.is_end or (about.undo is not None and about.undo.ended_at is None)
        return self._desk.show(
            visit,
            "imports/one.html",
            status,
            each=each,
            about=about,
            is_busy=is_busy,
            problem=problem,
            kind=KINDS[each.kind][0],
            has_errors=each.state is State.REFUSED and self._folder.errors(each).exists(),
            can_apply=file_imports.is_plan_to_carry_out(each) and about.carried_out is None,
            asks_consent=file_imports.waits_for_consent(each) and about.carried_out is None,
            can_undo=file_imports.was_done(each) and about.undo is None and about.standing > 0,
            days=file_imports.KEPT.days,
        )


def _about(tx: ReadTx, each: FileImport) -> _About:
    counts = takeback.count_outcomes(tx, each.id) if file_imports.was_done(each) else {}
    left = inventory.load_items(tx, takeback.list_left_alone(tx, each.id)) if counts.get(Outcome.LEFT) else {}
    items = list(left.values())
    return _About(
        carried_out=file_imports.find_carried_out(tx, each.id),
        undo=file_imports.find_undo(tx, each.id),
        restored=counts.get(Outcome.RESTORED, 0),
        left=counts.get(Outcome.LEFT, 0),
        standing=counts.get(None, 0),
        left_items=items,
        stores=dealers.load_stores(tx, {item.store_id for item in items}) if items else {},
    )
