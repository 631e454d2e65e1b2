"""A step as a form of the desk posts it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from partscounter.domain.fulfilment import FulfilmentType, Shipment
from partscounter.domain.fulfilment.desk import Step, StepDraft
from partscounter.web.incoming import Query

_LONGEST: Final = 300
_MOST_DIGITS: Final = 6
_UNITS: Final = re.compile(r"units-([0-9]{1,6})")
_TYPES: Final = set(FulfilmentType)


@dataclass(frozen=True, slots=True)
class PostedStep:
    """The step, and what of the form cannot be read, by field."""

    draft: StepDraft
    unreadable: Mapping[str, str]


def read_step(form: Query, order_id: int, step: Step) -> PostedStep:
    """Units are in fields `units-<line number>`; an empty one is none."""
    fields = {name: value.strip()[:_LONGEST] for name, value in form.pairs}
    wrong: dict[str, str] = {}
    units = {}
    for name, text in fields.items():
        number = _UNITS.fullmatch(name)
        if number is None or not text:
            continue
        if text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS:
            units[int(number[1])] = int(text)
        else:
            wrong[name] = "must be a whole number"
    shipped_on = _read_date(fields.get("shipped_on", ""))
    if shipped_on is None and fields.get("shipped_on"):
        wrong["shipped_on"] = "must be a date such as 2026-12-01"
    shipment = Shipment(
        carrier=fields.get("carrier", ""),
        shipped_on=shipped_on,
        method=fields.get("method", ""),
        tracking_id=fields.get("tracking_id", ""),
        tracking_url=fields.get("tracking_url", ""),
    )
    type_ = fields.get("type", "")
    draft = StepDraft(
        order_id=order_id,
        step=step,
        seen=fields.get("seen", ""),
        units={number: count for number, count in units.items() if count},
        type=FulfilmentType(type_) if type_ in _TYPES else FulfilmentType.DELIVERY,
        shipment=shipment,
    )
    return PostedStep(draft, wrong)


def _read_date(text: str) -> date | None:
    try:
        return datetime.strptime(text, "%Y-%m-%d").date()  # noqa: DTZ007 - a day, which has no zone
    except ValueError:
        return None
