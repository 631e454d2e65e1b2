"""Reads the operator's file of rules: TOML, with lists of tables `rules` and `dealer_defaults` (docs/templates.md)."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from partscounter.domain.customer_templates import TemplateType
from partscounter.domain.end_users.errors import RulesRefused
from partscounter.domain.end_users.rule import TemplateRule
from partscounter.kit.money import written_amount
from partscounter.kit.refusal import Violation

_TEXTS = ("name", "template", "api_user", "customer_type", "price_code", "territory", "currency")
_KEYS = {*_TEXTS, "types", "spend_from", "spend_below", "spend_days"}
_LONGEST_SPAN = 36_500


@dataclass(frozen=True, slots=True)
class RuleFile:
    """What stands in the file, found right."""

    rules: tuple[Mapping[str, object], ...]
    dealer_defaults: tuple[tuple[str, str], ...]
    """Vendor ids, and the names of their default templates."""


def read_rules(path: Path) -> RuleFile:
    """The rules in `path`; refuses with RulesRefused, naming everything that is wrong in it."""
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as failure:
        raise RulesRefused(f"{path.name} is not a readable TOML file: {failure}") from None
    return check_rules(tables, path.name)


def check_rules(tables: Mapping[str, object], source: str) -> RuleFile:
    """The rules in `tables`; refuses with RulesRefused."""
    wrong = [Violation(key, "is none of rules, dealer_defaults") for key in tables if key not in RuleFile.__slots__]
    rules, defaults = (_tables(tables, name, wrong) for name in ("rules", "dealer_defaults"))
    for index, data in enumerate(rules):
        wrong += [Violation(f"rules[{index}].{each.field}", each.issue) for each in rule_of(data)[1]]
    for index, data in enumerate(defaults):
        if set(data) != {"vendor", "template"} or not all(isinstance(each, str) and each for each in data.values()):
            wrong.append(Violation(f"dealer_defaults[{index}]", "must have the texts vendor and template, only"))
    for name, texts in (
        ("rules", [data.get("name") for data in rules]),
        ("dealer_defaults", [data.get("vendor") for data in defaults]),
    ):
        wrong += [
            Violation(f"{name}[{at}]", f"{text!r} is given twice")
            for at, text in enumerate(texts)
            if text in texts[:at]
        ]
    if wrong:
        raise RulesRefused(f"{source} does not describe rules", tuple(wrong))
    return RuleFile(tuple(rules), tuple((str(data["vendor"]), str(data["template"])) for data in defaults))


def rule_of(data: Mapping[str, object]) -> tuple[TemplateRule, list[Violation]]:
    """The rule that `data` describes, and what is wrong with it."""
    wrong = [Violation(key, f"is none of {', '.join(sorted(_KEYS))}") for key in data if key not in _KEYS]
    texts = {name: _text(data, name, wrong) for name in _TEXTS}
    wrong += [Violation(name, "is required") for name in ("name", "template") if not texts[name]]
    types = data.get("types", [kind.value for kind in TemplateType])
    if not isinstance(types, list) or not types or any(kind not in list(TemplateType) for kind in types):
        wrong.append(Violation("types", f"must be a list of {', '.join(TemplateType)}"))
        types = []
    days = data.get("spend_days", 365)
    if not isinstance(days, int) or isinstance(days, bool) or not 0 < days <= _LONGEST_SPAN:
        wrong.append(Violation("spend_days", f"must be a whole number from 1 to {_LONGEST_SPAN}"))
        days = 1
    currency = texts.pop("currency") or "USD"
    rule = TemplateRule(
        **texts,
        types=tuple(TemplateType(kind) for kind in types),
        spend_from=_amount(data, "spend_from", wrong),
        spend_below=_amount(data, "spend_below", wrong),
        span=(currency, days),
    )
    return rule, wrong


def _tables(tables: Mapping[str, object], name: str, wrong: list[Violation]) -> Sequence[Mapping[str, object]]:
    listed = tables.get(name, [])
    if isinstance(listed, list) and all(isinstance(each, dict) for each in listed):
        return listed
    wrong.append(Violation(name, "must be a list of tables"))
    return []


def _text(data: Mapping[str, object], key: str, wrong: list[Violation]) -> str:
    value = data.get(key, "")
    if isinstance(value, str) and "\0" not in value:
        return value.strip()
    wrong.append(Violation(key, "must be a text in quotes"))
    return ""


def _amount(data: Mapping[str, object], key: str, wrong: list[Violation]) -> Decimal | None:
    value = data.get(key)
    if value is None:
        return None
    amount = written_amount(value)
    if amount is None:
        wrong.append(Violation(key, 'must be an amount, such as 15000 or "12.50"'))
    return amount
