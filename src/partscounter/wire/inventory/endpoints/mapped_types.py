"""GET /inventory/mappingtypes/{mapped type} and /inventory/functiongroup: what a user's own part types stand for."""

from collections.abc import Callable

from partscounter.app import App
from partscounter.domain import mappings
from partscounter.domain.access import Credential
from partscounter.domain.catalog import NameKind
from partscounter.domain.mappings import MappedValue
from partscounter.web.answer import Answer
from partscounter.web.incoming import Incoming
from partscounter.wire.inventory.answers import answer
from partscounter.wire.inventory.names import names_of, numbers_of
from partscounter.wire.inventory.user import user_of
from partscounter_contracts.inventory import FunctionGroup, MappingType
from partscounter_contracts.number import number_or_text

Handler = Callable[[Incoming[Credential]], Answer]


def list_mapping_types(app: App) -> Handler:
    """The handler for the native part types that a search for the mapped type finds; a native type is its own."""

    def handle(incoming: Incoming[Credential]) -> Answer:
        user, word = user_of(incoming.caller), incoming.path_values["mapped_type"]
        with app.database.read() as tx:
            names = names_of(tx, NameKind.PART_TYPE, numbers_of(tx, user, NameKind.PART_TYPE, word))
        types = [MappingType(part_type=name.id, part_name=name.text) for name in names]
        return answer(user.format, types, member=NameKind.PART_TYPE.value)

    return handle


def list_function_groups(app: App) -> Handler:
    """The handler for one level of the user's tree. Without a parent it is the top; an unknown one has no children."""

    def handle(incoming: Incoming[Credential]) -> Answer:
        user, query = user_of(incoming.caller), incoming.query
        with app.database.read() as tx:
            level = mappings.list_level(
                tx, user.credential.id, parent=query.first("parent") or "", category=query.first("category") or ""
            )
        return answer(user.format, [_group(value) for value in level], member="function_group")

    return handle


def _group(value: MappedValue) -> FunctionGroup:
    """The name goes out under the key that the document prints, and under the one that it means."""
    return FunctionGroup(
        function_group_id=number_or_text(value.code),
        function_grup_name=value.text,
        function_group_name=value.text,
    )
