"""Setting the rules, as the operator wants them."""

from partscounter.database import ReadTx, WriteTx
from partscounter.domain import customer_templates, dealers
from partscounter.domain.end_users import store as sql
from partscounter.domain.end_users.errors import RulesRefused
from partscounter.domain.end_users.events import TemplateRulesSet
from partscounter.domain.end_users.read_file import RuleFile, rule_of
from partscounter.domain.end_users.rule import TemplateRule
from partscounter.kit.refusal import Violation


def put_rules(tx: WriteTx, file: RuleFile) -> bool:
    """Have exactly these rules and defaults of dealers; whether that changed anything.

    Nobody's template changes before the next refresh. Refuses with RulesRefused for templates and vendors that there
    are not.
    """
    known = {template.name for template in customer_templates.list_templates(tx)}
    vendors = {
        each.vendor_id: each.id
        for each in dealers.list_dealers_by_vendor(tx, {vendor for vendor, _ in file.dealer_defaults})
    }
    wrong = [
        Violation(f"rules[{at}].template", f"there is no template {rule['template']!r}")
        for at, rule in enumerate(file.rules)
        if rule["template"] not in known
    ]
    for at, (vendor, template) in enumerate(file.dealer_defaults):
        if vendor not in vendors:
            wrong.append(Violation(f"dealer_defaults[{at}].vendor", f"there is no vendor {vendor!r}"))
        if template not in known:
            wrong.append(Violation(f"dealer_defaults[{at}].template", f"there is no template {template!r}"))
    if wrong:
        raise RulesRefused("The rules name what there is not", tuple(wrong))
    changed = customer_templates.set_dealer_defaults(
        tx, {vendors[vendor]: template for vendor, template in file.dealer_defaults}
    )
    if sql.load_rules(tx) == list(file.rules):
        return changed
    sql.put_rules(tx, file.rules)
    tx.emit(TemplateRulesSet(tuple(str(rule["name"]) for rule in file.rules)))
    return True


def list_rules(tx: ReadTx) -> list[TemplateRule]:
    """The rules in their order."""
    return [rule_of(data)[0] for data in sql.load_rules(tx)]
