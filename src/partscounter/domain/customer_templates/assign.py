"""Giving an end user a template, and taking it away ("End-User Templates")."""

from collections.abc import Collection

from partscounter.database import WriteTx
from partscounter.domain.customer_templates import store as sql
from partscounter.domain.customer_templates.errors import UnknownTemplate
from partscounter.domain.customer_templates.events import TemplateAssigned, TemplateRemoved
from partscounter.domain.customer_templates.template import TemplateType


def assign_template(
    tx: WriteTx, *, credential_id: int, userid: str, types: Collection[TemplateType], name: str
) -> None:
    """Give the API user's end user the template `name` of each of `types`, in place of any other.

    Refuses with UnknownTemplate if there is none of this name in one of them.
    """
    found = {type_: sql.find_template_id(tx, type_, name) for type_ in types}
    for type_, template_id in found.items():
        if template_id is None:
            raise UnknownTemplate(f"There is no such {type_} template.")
        sql.put_assignment(tx, credential_id, userid, type_, template_id)
        tx.emit(TemplateAssigned(userid=userid, type=type_, name=name, credential_id=credential_id))


def remove_template(tx: WriteTx, *, credential_id: int, userid: str, types: Collection[TemplateType]) -> None:
    """Take the end user's templates of `types` away; those that are not there are passed over."""
    for type_ in types:
        if sql.delete_assignment(tx, credential_id, userid, type_):
            tx.emit(TemplateRemoved(userid=userid, type=type_, credential_id=credential_id))
