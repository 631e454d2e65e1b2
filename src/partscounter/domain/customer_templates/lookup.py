"""Which templates there are, and who has them."""

from dataclasses import dataclass

from partscounter.database import ReadTx
from partscounter.domain.customer_templates import store as sql
from partscounter.domain.customer_templates.rules import template_of
from partscounter.domain.customer_templates.template import Template, TemplateType


@dataclass(frozen=True, slots=True)
class Assignment:
    """One end user's template of one type."""

    userid: str
    type: TemplateType
    name: str
    rule: str = ""
    """The rule that assigned it; empty where the API user did."""


def list_templates(tx: ReadTx) -> list[Template]:
    """Every template, by type in their order, then by name."""
    templates = [template_of(type_, data)[0] for (type_, _), data in sql.load_rules(tx).items()]
    types = list(TemplateType)
    return sorted(templates, key=lambda each: (types.index(each.type), each.name))


def list_assignments_of_end_user(tx: ReadTx, userid: str) -> list[tuple[int, Assignment]]:
    """The templates of this userid at every API user, each with the id of that credential."""
    types = list(TemplateType)
    rows = [
        (row.credential_id, Assignment(userid, TemplateType(row.type), row.name, row.rule))
        for row in sql.assignments_of_userid(tx, userid)
    ]
    return sorted(rows, key=lambda each: (each[0], types.index(each[1].type)))


def list_assignments(tx: ReadTx, credential_id: int) -> list[Assignment]:
    """The templates of an API user's end users, by userid and type."""
    rows = [
        Assignment(row.userid, TemplateType(row.type), row.name, row.rule)
        for row in sql.assignments_of(tx, credential_id)
    ]
    types = list(TemplateType)
    return sorted(rows, key=lambda each: (each.userid, types.index(each.type)))


def count_assignments(tx: ReadTx) -> dict[tuple[TemplateType, str], int]:
    """How many end users have each template, at all API users together; those that nobody has are left out."""
    return sql.count_assignments(tx)


def list_dealer_defaults(tx: ReadTx) -> dict[int, str]:
    """The name of the default templates of each dealer that has any."""
    return sql.dealer_default_names(tx)
