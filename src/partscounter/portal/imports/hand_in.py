"""The list of imports, and the form by which a file is handed in. Every file is planned first."""

from dataclasses import dataclass
from functools import partial
from typing import Final

from starlette.responses import Response

from partscounter.database import ReadTx
from partscounter.domain import file_imports
from partscounter.domain.file_imports import FileKind, Folder, Given
from partscounter.domain.inventory.imports import Replacement
from partscounter.portal.area import StaffDesk
from partscounter.portal.imports.reach import KINDS, api_users, givers_for, kinds_for
from partscounter.web.row_number import number_of
from partscounter.web.uploads import Upload
from partscounter.web.visits import Visit, go_to

ON_A_PAGE: Final = 30
LONGEST_FILE_NAME: Final = 255


@dataclass(frozen=True, slots=True)
class _Chosen:
    """What the form says beside the file."""

    kind: str = FileKind.INVENTORY.value
    user: str = ""
    is_replacement: bool = False


class HandInPage:
    """`/portal/imports`."""

    def __init__(self, desk: StaffDesk) -> None:
        self._desk = desk
        self._folder = Folder(desk.desk.app.import_folder)

    def ask(self, visit: Visit) -> Response:
        kind = visit.query.first("kind") or FileKind.INVENTORY.value
        return self._page(visit, _Chosen(kind=kind, user=visit.query.first("user") or ""))

    def take(self, visit: Visit, upload: Upload | None) -> Response:
        chosen = _Chosen(visit.field("kind"), visit.field("user"), bool(visit.field("replace")))
        wrong = self._wrong(visit, chosen, upload)
        if wrong or upload is None:
            return self._page(visit, chosen, 400, wrong)
        kind = FileKind(chosen.kind)
        token = self._folder.keep(upload.body.path)
        given = Given(
            credential_id=None,
            account_id=visit.signed_in.id,
            kind=kind,
            file_name=upload.file_name[-LONGEST_FILE_NAME:],
            token=token,
            size=upload.body.size,
            digest=upload.body.digest,
            dry_run=True,
            allow_retire=Replacement().most_percent if chosen.is_replacement and kind is FileKind.INVENTORY else None,
            user_id=int(chosen.user) if kind is FileKind.MAPPINGS else None,
        )
        taken = self._desk.desk.app.database.write(visit.actor, partial(file_imports.take_file_import, given=given))
        return go_to(f"/portal/imports/{taken.id}")

    def _wrong(self, visit: Visit, chosen: _Chosen, upload: Upload | None) -> dict[str, str]:
        wrong = {}
        if chosen.kind not in kinds_for(visit.signed_in):
            wrong["kind"] = "is not yours to import"
        if upload is None or not upload.body.size:
            wrong["file"] = "choose a CSV file or an Excel workbook that is not empty"
        elif not upload.file_name.isprintable():
            wrong["file"] = "has a name that cannot be shown"
        if chosen.kind == FileKind.MAPPINGS:
            with self._desk.desk.app.database.read() as tx:
                users = {str(user.id) for user in api_users(tx, visit.signed_in)}
            if chosen.user not in users:
                wrong["user"] = "choose whose words these are"
        return wrong

    def _page(self, visit: Visit, chosen: _Chosen, status: int = 200, wrong: dict[str, str] | None = None) -> Response:
        with self._desk.desk.app.database.read() as tx:
            listed = self._listed(tx, visit)
            users = [(str(user.id), user.name) for user in api_users(tx, visit.signed_in)]
        return self._desk.show(
            visit,
            "imports/imports.html",
            status,
            chosen=chosen,
            wrong=wrong or {},
            kinds=[(kind.value, text) for kind, text in kinds_for(visit.signed_in).items()],
            names={kind: text for kind, (text, _) in KINDS.items()},
            users=users if FileKind.MAPPINGS in kinds_for(visit.signed_in) else [],
            percent=Replacement().most_percent,
            imports=listed[:ON_A_PAGE],
            older=listed[ON_A_PAGE - 1].id if len(listed) > ON_A_PAGE else None,
        )

    def _listed(self, tx: ReadTx, visit: Visit) -> list[file_imports.FileImport]:
        before = number_of(visit.query.first("before") or "")
        givers = givers_for(tx, visit.signed_in)
        return file_imports.list_file_imports(tx, before=before, limit=ON_A_PAGE + 1, givers=givers)
