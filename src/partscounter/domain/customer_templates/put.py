"""Setting templates, as the operator wants them."""

from partscounter.database import WriteTx
from partscounter.domain.customer_templates import store as sql
from partscounter.domain.customer_templates.events import TemplateSet
from partscounter.domain.customer_templates.read_file import Rules


def put_templates(tx: WriteTx, rules: Rules) -> int:
    """Make these templates, or replace those of the same type and name; how many are new or changed.

    Others stay, and whoever has a template keeps it.
    """
    known = sql.load_rules(tx)
    changed = [key for key, data in rules.items() if known.get(key) != data]
    for type_, name in changed:
        sql.put_template(tx, type_, name, rules[type_, name])
        tx.emit(TemplateSet(type=type_, name=name))
    return len(changed)
