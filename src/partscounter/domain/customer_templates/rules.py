"""Templates as plain data: what stands in the operator's file, and in the database."""

from collections.abc import Mapping
from decimal import Decimal

from partscounter.domain.customer_templates.template import Selection, Step, Template, TemplateType
from partscounter.kit.money import written_amount
from partscounter.kit.refusal import Violation

_SELECTING = frozenset({"vendor", "category", "part_type", "price_from", "price_below"})
_STEPS: Mapping[TemplateType, frozenset[str]] = {
    TemplateType.PRICING: frozenset({"percent_off", "amount_off"}),
    TemplateType.AVAILABILITY: frozenset({"hidden"}),
    TemplateType.QUANTITY: frozenset({"cap", "hidden"}),
}
LONGEST_NAME = 200
LARGEST_BOUND = Decimal("42949672.94")
"""Prices from here on are not told apart when sorting, so that no band can begin or end beyond."""


def template_of(type_: TemplateType, data: Mapping[str, object]) -> tuple[Template, list[Violation]]:
    """The template that `data` describes, and what is wrong with it."""
    reader = _Reader()
    known = {"name", "steps"} | ({"rounding"} if type_ is TemplateType.PRICING else set())
    reader.check_keys(data, known, "")
    name = reader.text(data, "name", "").strip()
    if not 0 < len(name) <= LONGEST_NAME:
        reader.refuse("name", f"must be a text of 1 to {LONGEST_NAME} characters")
    rounding = reader.amount(data, "rounding", "")
    if rounding is not None and rounding <= 0:
        reader.refuse("rounding", "must be more than 0")
    steps = data.get("steps", [])
    if not isinstance(steps, list) or not steps:
        reader.refuse("steps", "must be a list of at least one step")
        steps = []
    read = tuple(reader.step(type_, step, f"steps[{index}]") for index, step in enumerate(steps))
    return Template(type_, name, read, rounding or Decimal("0.01")), reader.violations


class _Reader:
    """Reads values and remembers what was wrong."""

    def __init__(self) -> None:
        self.violations: list[Violation] = []

    def refuse(self, place: str, issue: str) -> None:
        self.violations.append(Violation(place, issue))

    def check_keys(self, data: Mapping[str, object], known: set[str] | frozenset[str], place: str) -> None:
        for key in data:
            if key not in known:
                self.refuse(f"{place}{key}", f"is none of {', '.join(sorted(known))}")

    def step(self, type_: TemplateType, data: object, place: str) -> Step:
        if not isinstance(data, dict):
            self.refuse(place, "must be a table")
            return Step()
        self.check_keys(data, _SELECTING | _STEPS[type_], f"{place}.")
        if not _STEPS[type_] & set(data):
            self.refuse(place, f"must have one of {', '.join(sorted(_STEPS[type_]))}")
        percent = self.amount(data, "percent_off", f"{place}.")
        if percent is not None and not 0 <= percent <= 100:  # noqa: PLR2004 - per cent
            self.refuse(f"{place}.percent_off", "must be from 0 to 100")
        return Step(
            selection=Selection(
                vendor=self.text(data, "vendor", f"{place}."),
                category=self.text(data, "category", f"{place}."),
                part_type=self.text(data, "part_type", f"{place}."),
                price_from=self.bound(data, "price_from", f"{place}."),
                price_below=self.bound(data, "price_below", f"{place}."),
            ),
            percent_off=percent,
            amount_off=self.amount(data, "amount_off", f"{place}."),
            cap=self.count(data, "cap", f"{place}."),
            hidden=self.switch(data, "hidden", f"{place}."),
        )

    def text(self, data: Mapping[str, object], key: str, place: str) -> str:
        value = data.get(key, "")
        if isinstance(value, str) and "\0" not in value:
            return value
        self.refuse(f"{place}{key}", "must be a text in quotes")
        return ""

    def amount(self, data: Mapping[str, object], key: str, place: str) -> Decimal | None:
        value = data.get(key)
        if value is None:
            return None
        amount = written_amount(value)
        if amount is None:
            self.refuse(f"{place}{key}", 'must be an amount, such as 15 or "12.50"')
        return amount

    def bound(self, data: Mapping[str, object], key: str, place: str) -> Decimal | None:
        bound = self.amount(data, key, place)
        if bound is not None and bound > LARGEST_BOUND:
            self.refuse(f"{place}{key}", f"must be at most {LARGEST_BOUND}")
        return bound

    def count(self, data: Mapping[str, object], key: str, place: str) -> int | None:
        value = data.get(key)
        if value is None or (isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 99_999):  # noqa: PLR2004 - the largest quantity
            return value
        self.refuse(f"{place}{key}", "must be a whole number from 0 to 99999")
        return None

    def switch(self, data: Mapping[str, object], key: str, place: str) -> bool:
        value = data.get(key, False)
        if not isinstance(value, bool):
            self.refuse(f"{place}{key}", "must be true or false")
        return value is True
