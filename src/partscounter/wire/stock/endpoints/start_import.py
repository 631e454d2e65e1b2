"""POST /stock/imports/{kind}: takes a file in, for a worker to import."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from partscounter.app import App
from partscounter.domain import access, file_imports
from partscounter.domain.access import Credential, Product
from partscounter.domain.file_imports import FileKind, Folder, Given
from partscounter.domain.inventory.imports import Replacement
from partscounter.kit.refusal import Invalid, Violation
from partscounter.web.answer import JSON_TYPE, Answer
from partscounter.web.callers import actor_of
from partscounter.web.idempotency_key import find_idempotency_key
from partscounter.web.incoming import Incoming
from partscounter.web.problems import Problem, ProblemKind, RequestRejected
from partscounter.web.query import QueryReader
from partscounter.wire.stock.render_import import import_uri, render_import
from partscounter_contracts import encode
from partscounter_contracts.operation import Location
from partscounter_contracts.stock import LONGEST_FILE_NAME, LONGEST_KEY
from partscounter_contracts.stock.import_operations import START_IMPORT

LONGEST_NAME = 200

_KINDS = {kind.value: kind for kind in FileKind}
_PARAMETERS = frozenset(each.name for each in START_IMPORT.parameters if each.location is Location.QUERY)
_UNKNOWN_KIND = Problem(ProblemKind.NOT_FOUND, f"There are imports of {', '.join(_KINDS)}.")
_NO_FILE = Problem(ProblemKind.MALFORMED, "The body must be the file.")


@dataclass(frozen=True, slots=True)
class _Choices:
    """What the sender says beside the file."""

    file_name: str
    dry_run: bool
    allow_retire: int | None
    user: str
    key: str


def require_kind(incoming: Incoming[Credential]) -> None:
    """Judged before the body, which may be large."""
    if incoming.path_values["kind"] not in _KINDS:
        raise RequestRejected(_UNKNOWN_KIND)


def start_import(app: App) -> Callable[[Incoming[Credential]], Answer]:
    """The handler: 202 with the import, which a repeat gets again."""
    folder = Folder(app.import_folder)

    def handle(incoming: Incoming[Credential]) -> Answer:
        if incoming.file is None or not incoming.file.size:
            raise RequestRejected(_NO_FILE)
        choices = _read_choices(incoming)
        user_id = _find_user(app, incoming.caller, choices)
        token = folder.keep(incoming.file.path)
        given = Given(
            credential_id=incoming.caller.id,
            kind=_KINDS[incoming.path_values["kind"]],
            token=token,
            size=incoming.file.size,
            digest=incoming.file.digest,
            file_name=choices.file_name,
            dry_run=choices.dry_run,
            allow_retire=choices.allow_retire,
            user_id=user_id,
            key=choices.key,
        )
        taken = None
        try:
            taken = app.database.write(actor_of(incoming, "stock"), partial(file_imports.take_file_import, given=given))
        finally:
            if taken is None or taken.token != token:
                folder.forget(token)
        location = import_uri(incoming, taken.id)
        return Answer(202, encode(render_import(incoming, taken)), JSON_TYPE, (("Location", location),))

    return handle


def _find_user(app: App, caller: Credential, choices: _Choices) -> int | None:
    """Whose mapping it is; a user that sees more than the caller does is as unknown as none."""
    if not choices.user:
        return None
    with app.database.read() as tx:
        user = access.find_credential(tx, Product.INVENTORY, choices.user)
    if user is None or not caller.covers(user):
        violation = Violation("user", "is no API user of these dealers", choices.user)
        raise Invalid("There is no such API user.", (violation,))
    return user.id


def _read_choices(incoming: Incoming[Credential]) -> _Choices:
    reader = QueryReader(incoming.query)
    for name, _ in incoming.query.pairs:
        if name not in _PARAMETERS:  # passed over, a misspelt `dryrun` would import
            reader.refuse(name, "is not a parameter of an import")
    file_name = reader.text("file_name", longest=LONGEST_FILE_NAME) or ""
    if not file_name.isprintable():
        reader.refuse("file_name", "must be printable")
    dry_run = reader.boolean("dry_run", default=False)
    kind = _KINDS[incoming.path_values["kind"]]
    allow_retire = _read_replacement(reader, kind)
    user = _read_user(reader, kind)
    key = find_idempotency_key(incoming.headers) or ""
    if len(key) > LONGEST_KEY:
        reader.refuse("Idempotency-Key", f"must have at most {LONGEST_KEY} characters")
    reader.check()
    return _Choices(file_name=file_name, dry_run=dry_run, allow_retire=allow_retire, user=user, key=key)


def _read_user(reader: QueryReader, kind: FileKind) -> str:
    """The name of the user whose mapping it is; empty for other kinds."""
    user = reader.text("user", longest=LONGEST_NAME) or ""
    if kind is FileKind.MAPPINGS and not user:
        reader.refuse("user", "must name the API user whose words these are")
    if kind is not FileKind.MAPPINGS and user:
        reader.refuse("user", "is for imports of mappings", user)
    return user


def _read_replacement(reader: QueryReader, kind: FileKind) -> int | None:
    """Percent of the offer that a full replacement may retire; None for an ordinary import."""
    replace = reader.boolean("replace", default=False)
    percent = reader.integer("allow_retire", at_least=0, at_most=100)
    if replace and kind is not FileKind.INVENTORY:
        reader.refuse("replace", "is for imports of inventory", "true")
    if percent is not None and not replace:
        reader.refuse("allow_retire", "is for imports with replace=true", percent)
    if not replace:
        return None
    return Replacement().most_percent if percent is None else percent
