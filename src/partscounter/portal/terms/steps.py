"""The steps of a template as rows of a form: blank rows say nothing."""

from collections.abc import Mapping, Sequence
from typing import Final

from partscounter.domain.customer_templates import Template, TemplateType
from partscounter.kit.refusal import Violation
from partscounter.web.visits import Visit

SELECTING: Final = ("vendor", "category", "part_type", "price_from", "price_below")
DOING: Final[Mapping[TemplateType, tuple[str, ...]]] = {
    TemplateType.PRICING: ("percent_off", "amount_off"),
    TemplateType.AVAILABILITY: ("hidden",),
    TemplateType.QUANTITY: ("cap", "hidden"),
}
BLANK_ROWS: Final = 3
MOST_ROWS: Final = 200
_LARGEST_DIGITS: Final = 6
_HIDDEN: Final = {"yes": True, "no": False}


def rows_of(template: Template) -> list[dict[str, str]]:
    """What the form shows of a template's steps."""
    rows = []
    for step in template.steps:
        chosen = step.selection
        values = {name: getattr(chosen, name) for name in SELECTING}
        values |= {"percent_off": step.percent_off, "amount_off": step.amount_off, "cap": step.cap}
        row = {name: "" if value is None else str(value) for name, value in values.items()}
        shows_hidden = template.type is TemplateType.AVAILABILITY or step.hidden
        rows.append(row | {"hidden": ("no", "yes")[step.hidden] if shows_hidden else ""})
    return rows


def rows_given(visit: Visit, type_: TemplateType) -> list[dict[str, str]]:
    """The rows that were posted, blank ones left out."""
    names = (*SELECTING, *DOING[type_])
    columns = {name: visit.form.all(name)[:MOST_ROWS] for name in names}
    count = min(len(column) for column in columns.values())
    rows = [{name: column[at].strip() for name, column in columns.items()} for at in range(count)]
    return [row for row in rows if any(row.values())]


def data_of(rows: Sequence[Mapping[str, str]]) -> list[dict[str, object]]:
    """The rows as steps of the operator's file (docs/templates.md)."""
    return [{name: _value(name, text) for name, text in row.items() if text} for row in rows]


def problems_of(violations: Sequence[Violation]) -> dict[str, str]:
    """What is wrong, by the field's name, or for a field of a row by `name-row`."""
    found = {}
    for each in violations:
        place = each.field.partition("].")[2]
        if place.startswith("steps["):
            row, _, name = place.removeprefix("steps[").partition("]")
            found[f"{name.removeprefix('.') or 'step'}-{row}"] = each.issue
        else:
            found[place or "name"] = each.issue
    return found


def _value(name: str, text: str) -> object:
    if name == "hidden":
        return _HIDDEN.get(text, text)
    if name == "cap" and text.isascii() and text.isdigit() and len(text) <= _LARGEST_DIGITS:
        return int(text)
    return text
