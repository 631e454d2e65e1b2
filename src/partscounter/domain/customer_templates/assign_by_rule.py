"""Giving end users templates by rules. What an API user assigned by hand, a rule never changes."""

from collections.abc import Iterable
from dataclasses import dataclass

from partscounter.database import WriteTx
from partscounter.domain.customer_templates import store as sql
from partscounter.domain.customer_templates.events import TemplateAssigned, TemplateRemoved
from partscounter.domain.customer_templates.template import TemplateType


@dataclass(frozen=True, slots=True)
class RuleChange:
    """What rules say of one end user and type; without a `name`, that no rule gives a template."""

    userid: str
    type: TemplateType
    name: str = ""
    rule: str = ""
    why: str = ""


def apply_rule_changes(tx: WriteTx, credential_id: int, changes: Iterable[RuleChange]) -> int:
    """Assign and take away; how many of `changes` changed anything. Each of these is an event that says why."""
    done = 0
    for change in changes:
        if not change.name:
            if sql.delete_rule_assignment(tx, credential_id, change.userid, change.type):
                tx.emit(TemplateRemoved(change.userid, change.type, credential_id, change.why))
                done += 1
            continue
        template_id = sql.find_template_id(tx, change.type, change.name)
        if template_id is not None and sql.put_rule_assignment(
            tx, credential_id, change.userid, change.type, template_id, rule=change.rule
        ):
            tx.emit(TemplateAssigned(change.userid, change.type, change.name, credential_id, change.why))
            done += 1
    return done
