"""Which terms an end user has: templates of their own, else the API user's default, else those of the dealers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from partscounter.database import ReadTx
from partscounter.domain.access import Credential
from partscounter.domain.customer_templates import store as sql
from partscounter.domain.customer_templates.rules import template_of
from partscounter.domain.customer_templates.template import Template, TemplateType
from partscounter.domain.customer_templates.terms import EVERYBODY, EndUserTerms, Rule


@dataclass(frozen=True, slots=True)
class EndUser:
    """A person who uses the web shop of an API user; `userid` is empty for a visitor who is not known."""

    credential_id: int
    userid: str = ""
    default_template: str = ""
    """What the API user's end users and visitors have, of each type in which there is a template of this name, unless
    they have one of their own."""


def default_template_of(credential: Credential) -> str:
    """What the API user's option `default_template` names; empty without it."""
    return str(credential.options.get("default_template", ""))


def end_user_of(credential: Credential, userid: str) -> EndUser:
    """One of the API user's end users; an empty userid is a visitor who is not known."""
    return EndUser(credential.id, userid, default_template_of(credential))


def find_terms(tx: ReadTx, end_user: EndUser) -> EndUserTerms:
    """The terms in force, of each type on its own.

    A userid to which nothing is assigned, or that nobody knows, has the defaults: that is no reason to refuse. A
    dealer's default is for end users who are named, and for this dealer's items only.
    """
    if not end_user.userid and not end_user.default_template:
        return EVERYBODY
    found = {
        **{type_: (template, "") for type_, template in _named(tx, end_user.default_template).items()},
        **{type_: (template, "") for type_, template in _own(tx, end_user).items()},
    }
    missing = [type_ for type_ in TemplateType if type_ not in found]
    of_dealers = _of_dealers(tx) if end_user.userid and missing else []
    rules = {
        type_: _rules([found[type_]] if type_ in found else [each for each in of_dealers if each[0].type is type_])
        for type_ in TemplateType
    }
    return EndUserTerms(
        pricing=rules[TemplateType.PRICING],
        availability=rules[TemplateType.AVAILABILITY],
        quantity=rules[TemplateType.QUANTITY],
    )


def _own(tx: ReadTx, end_user: EndUser) -> dict[TemplateType, Template]:
    if not end_user.userid:
        return {}
    return _templates(sql.rules_of_end_user(tx, end_user.credential_id, end_user.userid))


def _named(tx: ReadTx, name: str) -> dict[TemplateType, Template]:
    return _templates(sql.rules_named(tx, name)) if name else {}


def _of_dealers(tx: ReadTx) -> list[tuple[Template, str]]:
    """The dealers' default templates with the vendor ids of their dealers."""
    return [
        (template_of(TemplateType(type_), data)[0], vendor)
        for vendor, type_, data in sql.rules_of_dealers(tx)
        if vendor
    ]


def _templates(rows: Iterable[tuple[str, Mapping[str, object]]]) -> dict[TemplateType, Template]:
    return {TemplateType(type_): template_of(TemplateType(type_), data)[0] for type_, data in rows}


def _rules(templates: Iterable[tuple[Template, str]]) -> tuple[Rule, ...]:
    """The steps of these templates, one after the other; those with a vendor are for that vendor's items."""
    rules: list[Rule] = []
    for template, vendor in templates:
        for number, step in enumerate(template.steps, start=1):
            chosen = step.selection
            if vendor and chosen.vendor not in {"", vendor}:
                continue
            narrowed = replace(step, selection=replace(chosen, vendor=vendor or chosen.vendor))
            rules.append(Rule(narrowed, template.name, number, template.rounding))
    return tuple(rules)
