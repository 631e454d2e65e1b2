"""A machine as somebody describes it in a form or a command: every fact as text, read and checked together."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final, TypeVar

from partscounter.domain.assets import Asset, MarketSegment, PrincipalWork
from partscounter.domain.inventory.imports import cells
from partscounter.domain.inventory.imports.check import YEARS_AHEAD
from partscounter.domain.machines.cells import read_code, read_moment, read_smcs
from partscounter.domain.machines.errors import InvalidMachine
from partscounter.kit.refusal import Violation

T = TypeVar("T")
FACTS: Final = (
    *("serial_number", "make", "model", "product_family", "build_year", "smcs_code"),
    *("work_code", "work_description", "work_type", "work_assigned_at"),
    *("segment_code", "segment_description", "sub_segment_code", "sub_segment_description"),
)
"""The names of the texts; those of a table of machines (docs/machines.md)."""
DEFAULT_MAKE: Final = "CAT"


@dataclass(frozen=True, slots=True)
class MachineFacts:
    """What was said, found right."""

    qr_code: str
    """Empty for a new one."""
    told: Mapping[str, Any]
    """Everything else, by the names of `Asset`."""


def read_facts(texts: Mapping[str, str], now: datetime) -> MachineFacts:
    """The facts that `texts` say; what is not among them is blank. Refuses with InvalidMachine, naming every fault."""
    reader = _Reader(texts)
    facts = MachineFacts(
        qr_code=reader.read("qr_code", read_code, ""),
        told={
            "serial_number": reader.read("serial_number", cells.read_id, ""),
            "make": reader.text("make") or DEFAULT_MAKE,
            "model": reader.text("model"),
            "product_family": reader.text("product_family"),
            "build_year": reader.read("build_year", lambda text: cells.read_year(text, now.year + YEARS_AHEAD), None),
            "smcs_code": reader.read("smcs_code", read_smcs, ""),
            "principal_work": reader.work(),
            "market_segment": reader.segment(),
        },
    )
    if reader.wrong:
        raise InvalidMachine("The machine cannot be kept like this.", tuple(reader.wrong))
    return facts


def texts_of(machine: Asset) -> dict[str, str]:
    """The texts that `read_facts` would read as this machine, without its code."""
    work, segment = machine.principal_work, machine.market_segment
    return {
        "serial_number": machine.serial_number,
        "make": machine.make,
        "model": machine.model,
        "product_family": machine.product_family,
        "build_year": "" if machine.build_year is None else str(machine.build_year),
        "smcs_code": machine.smcs_code,
        "work_code": "" if work is None else work.code,
        "work_description": "" if work is None else work.description,
        "work_type": "" if work is None else work.code_type,
        "work_assigned_at": "" if work is None else f"{work.assigned_at:%Y-%m-%dT%H:%M:%S}",
        "segment_code": "" if segment is None else segment.code,
        "segment_description": "" if segment is None else segment.description,
        "sub_segment_code": "" if segment is None else segment.sub_segment_code,
        "sub_segment_description": "" if segment is None else segment.sub_segment_description,
    }


def version_of(machine: Asset) -> str:
    """Another one whenever another fact is known, so that nobody saves over what they have not seen."""
    facts = [machine.qr_code, machine.customer_id, *texts_of(machine).values()]
    return hashlib.sha256(repr(facts).encode()).hexdigest()[:16]


class _Reader:
    """Reads texts and remembers what was wrong."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts
        self.wrong: list[Violation] = []

    def read(self, name: str, function: Callable[[str], T], default: T) -> T:
        text = self._texts.get(name, "").strip()
        try:
            return function(text)
        except ValueError as issue:
            self.wrong.append(Violation(name, str(issue), text))
            return default

    def text(self, name: str) -> str:
        return self.read(name, cells.read_text, "")

    def work(self) -> PrincipalWork | None:
        code = self._leading("work_code", ("work_description", "work_type", "work_assigned_at"))
        if not code:
            return None
        since = self.read("work_assigned_at", read_moment, datetime.min.replace(tzinfo=UTC))
        return PrincipalWork(code, self.text("work_description"), self.text("work_type"), since)

    def segment(self) -> MarketSegment | None:
        names = ("segment_description", "sub_segment_code", "sub_segment_description")
        code = self._leading("segment_code", names)
        return MarketSegment(code, *map(self.text, names)) if code else None

    def _leading(self, name: str, others: tuple[str, ...]) -> str:
        """The code without which the others say nothing: they would be lost silently."""
        code = self.text(name)
        if not code and any(self._texts.get(each, "").strip() for each in others):
            self.wrong.append(Violation(name, "is required with the others", ""))
        return code
