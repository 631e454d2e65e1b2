"""Assigning templates by the rules: to new end users, and anew where a customer or a rule has changed (`refresh_list`).

Every customer is looked at before anything is written, in one view; the changes are then made some hundreds at a time.
An assignment by hand stays, also one that is made meanwhile.
"""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from decimal import Decimal
from functools import partial

from partscounter.database import Database, ReadTx
from partscounter.domain import customer_templates, customers
from partscounter.domain.access import Credential
from partscounter.domain.customer_templates import RuleChange, TemplateType
from partscounter.domain.customers import Customer, CustomerProfile
from partscounter.domain.end_users import store as sql
from partscounter.domain.end_users.put_rules import list_rules
from partscounter.domain.end_users.rule import CustomerFacts, Span, TemplateRule, reasons_for
from partscounter.kit.actor import Actor

_CHANGES_AT_ONCE = 300
NO_RULE_FITS = "no rule fits any more"


def refresh_templates(database: Database, actor: Actor, credential: Credential) -> int:
    """Bring the templates of the API user's end users in line with the rules; how many were assigned or taken away."""
    with database.read() as tx:
        changes = plan_refresh(tx, credential)
    done = 0
    for start in range(0, len(changes), _CHANGES_AT_ONCE):
        some = changes[start : start + _CHANGES_AT_ONCE]
        done += database.write(
            actor, partial(customer_templates.apply_rule_changes, credential_id=credential.id, changes=some)
        )
    return done


def plan_refresh(tx: ReadTx, credential: Credential) -> list[RuleChange]:
    """What a refresh would change now."""
    assigned = customer_templates.list_assignments(tx, credential.id)
    present = {(each.userid, each.type): each for each in assigned}
    wanted = {(change.userid, change.type): change for change in _wanted(tx, credential)}
    changes = [
        change
        for key, change in wanted.items()
        if key not in present
        or (present[key].rule and (present[key].name, present[key].rule) != (change.name, change.rule))
    ]
    gone = [key for key, each in present.items() if each.rule and key not in wanted]
    return changes + [RuleChange(userid, type_, why=NO_RULE_FITS) for userid, type_ in gone]


def _wanted(tx: ReadTx, credential: Credential) -> Iterator[RuleChange]:
    """What the rules give each end user whom the API user sees."""
    rules = [rule for rule in list_rules(tx) if rule.api_user in {"", credential.name}]
    templates = {(each.type, each.name) for each in customer_templates.list_templates(tx)}
    for batch in customers.iterate_end_users(tx) if rules else ():
        seen = [
            (customer, profile)
            for customer, profile in batch
            if customer.dealer_id is None or credential.sees_dealer(customer.dealer_id)
        ]
        for customer, facts in _facts(tx, rules, seen):
            yield from _changes(customer, facts, rules, templates)


def _facts(
    tx: ReadTx, rules: Sequence[TemplateRule], seen: Sequence[tuple[Customer, CustomerProfile]]
) -> Iterator[tuple[Customer, CustomerFacts]]:
    keys = [customer.id for customer, _ in seen]
    spends: dict[Span, dict[int, Decimal]] = {
        span: sql.spend_of_customers(tx, keys, span[0], tx.now - timedelta(days=span[1]))
        for span in {rule.span for rule in rules if rule.asks_for_spend}
    }
    for customer, profile in seen:
        spend = {span: by_customer.get(customer.id, Decimal(0)) for span, by_customer in spends.items()}
        yield customer, CustomerFacts(profile, spend)


def _changes(
    customer: Customer, facts: CustomerFacts, rules: Sequence[TemplateRule], templates: set[tuple[TemplateType, str]]
) -> Iterator[RuleChange]:
    left = set(TemplateType)
    for rule in rules:
        types = [kind for kind in rule.types if kind in left and (kind, rule.template) in templates]
        reasons = reasons_for(rule, facts) if types else None
        if reasons is None:
            continue
        why = f"rule {rule.name}: {', '.join(reasons)}"
        yield from (RuleChange(customer.userid or "", kind, rule.template, rule.name, why) for kind in types)
        left -= set(types)
