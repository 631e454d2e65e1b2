"""Reads the operator's file of templates: TOML, with a list of tables for each type (docs/templates.md)."""

import tomllib
from collections.abc import Mapping
from pathlib import Path

from partscounter.domain.customer_templates.errors import TemplatesRefused
from partscounter.domain.customer_templates.rules import template_of
from partscounter.domain.customer_templates.template import TemplateType
from partscounter.kit.refusal import Violation

Rules = Mapping[tuple[TemplateType, str], Mapping[str, object]]
"""The data of each template, found right, by type and name."""


def read_templates(path: Path) -> Rules:
    """The templates in `path`; refuses with TemplatesRefused, naming everything that is wrong in it."""
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as failure:
        raise TemplatesRefused(f"{path.name} is not a readable TOML file: {failure}") from None
    return check_templates(tables, path.name)


def check_templates(tables: Mapping[str, object], source: str) -> Rules:
    """The templates in `tables`; refuses with TemplatesRefused."""
    types = [kind.value for kind in TemplateType]
    violations = [Violation(key, f"is none of {', '.join(types)}") for key in tables if key not in types]
    found: dict[tuple[TemplateType, str], Mapping[str, object]] = {}
    for kind in TemplateType:
        listed = tables.get(kind.value, [])
        if not isinstance(listed, list) or not all(isinstance(each, dict) for each in listed):
            violations.append(Violation(kind.value, "must be a list of tables"))
            continue
        for index, data in enumerate(listed):
            place = f"{kind}[{index}]"
            template, wrong = template_of(kind, data)
            violations += [Violation(f"{place}.{each.field}", each.issue) for each in wrong]
            if (kind, template.name) in found:
                violations.append(Violation(f"{place}.name", f"{template.name!r} is given twice"))
            found[kind, template.name] = data
    if violations:
        raise TemplatesRefused(f"{source} does not describe templates", tuple(violations))
    return found
