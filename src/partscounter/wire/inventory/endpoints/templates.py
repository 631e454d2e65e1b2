"""/enduser/templates: which there are, and giving them to end users ("End-User Templates")."""

import json
from collections.abc import Callable

from partscounter.app import App
from partscounter.domain import customer_templates
from partscounter.domain.access import Credential
from partscounter.domain.customer_templates import TemplateType, UnknownTemplate
from partscounter.web.answer import Answer, empty
from partscounter.web.callers import actor_of
from partscounter.web.incoming import Incoming
from partscounter.web.query import QueryReader
from partscounter.wire.inventory.answers import answer
from partscounter.wire.inventory.end_user import LONGEST_USERID
from partscounter.wire.inventory.user import user_of
from partscounter_contracts import inventory as contract
from partscounter_contracts.inventory import ALL_TYPES, RESULT_HEADER, Done

Handler = Callable[[Incoming[Credential]], Answer]


def list_types() -> Handler:
    """The handler of HEAD: the types stand in the header X-Result."""
    return lambda _: _told_in_header(tuple(TemplateType))


def list_all(app: App) -> Handler:
    """The handler of GET: the templates of every type, or of the one in the path; HEAD of that one tells its type."""

    def handle(incoming: Incoming[Credential]) -> Answer:
        types = _types(incoming)
        if incoming.method == "HEAD":
            return _told_in_header(types)
        with app.database.read() as tx:
            known = customer_templates.list_templates(tx)
        rows = [
            contract.Template(template_name=each.name, template_type=contract.TemplateType(each.type))
            for each in known
            if each.type in types
        ]
        return answer(user_of(incoming.caller).format, rows, member="template")

    return handle


def assign(app: App) -> Handler:
    """The handler of POST and PUT."""

    def handle(incoming: Incoming[Credential]) -> Answer:
        types, query = _types(incoming), QueryReader(incoming.query)
        userid, name = _userid(query), query.required_text("template")
        query.check()
        app.database.write(
            actor_of(incoming, "inventory"),
            lambda tx: customer_templates.assign_template(
                tx, credential_id=incoming.caller.id, userid=userid, types=types, name=name
            ),
        )
        return answer(user_of(incoming.caller).format, Done())

    return handle


def remove(app: App) -> Handler:
    """The handler of DELETE."""

    def handle(incoming: Incoming[Credential]) -> Answer:
        types, query = _types(incoming), QueryReader(incoming.query)
        userid = _userid(query)
        query.check()
        app.database.write(
            actor_of(incoming, "inventory"),
            lambda tx: customer_templates.remove_template(
                tx, credential_id=incoming.caller.id, userid=userid, types=types
            ),
        )
        return answer(user_of(incoming.caller).format, Done())

    return handle


def _types(incoming: Incoming[Credential]) -> tuple[TemplateType, ...]:
    """Those that the path names; `all`, like a path without a type, is every one."""
    name = incoming.path_values.get("template_type", ALL_TYPES)
    if name == ALL_TYPES:
        return tuple(TemplateType)
    if name not in list(TemplateType):
        raise UnknownTemplate("There is no such template type.")
    return (TemplateType(name),)


def _told_in_header(types: tuple[TemplateType, ...]) -> Answer:
    return empty(200, ((RESULT_HEADER, json.dumps(types, separators=(",", ":"))),))


def _userid(query: QueryReader) -> str:
    return query.required_text("userid") and (query.text("userid", longest=LONGEST_USERID) or "")
