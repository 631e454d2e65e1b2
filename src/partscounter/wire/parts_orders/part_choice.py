"""Which part of a store a request means, and whether that part may be sold at all."""

from collections.abc import Mapping

import msgspec

from partscounter.domain.inventory import Item, part_key
from partscounter.kit.text import squash
from partscounter.wire.parts_orders.findings import Findings
from partscounter_contracts.parts_orders import PartReference


def key_of(part: PartReference) -> str:
    """The key that the part is looked up by: the partId goes before brand and code."""
    return part_key("", part.part_id) if part.part_id else part_key(part.brand_code or "", _code(part))


def as_sent(part: PartReference) -> dict[str, object]:
    """The fields that were given, by their names on the wire."""
    return {name: value for name, value in msgspec.to_builtins(part).items() if value is not None}


def choose_part(offered: Mapping[str, list[Item]], part: PartReference, path: str, findings: Findings) -> Item | None:
    """The one part that is meant, out of those under each key; else None, and a finding at `path` says why."""
    if not part.part_id and not (part.brand_code and _code(part)):
        findings.add(path, "needs a partId, or a brandCode and a partCode", as_sent(part))
        return None
    found = [item for item in offered.get(key_of(part), ()) if _is_meant(item, part)]
    if len(found) == 1:
        return found[0]
    findings.add(path, "More than one part answers to this" if found else "No such part", as_sent(part))
    return None


def why_not_sold(item: Item) -> str:
    """Why the part cannot be ordered; empty if it can."""
    if item.terms.sales_blocked:
        return f"The part is blocked for sale. {item.terms.sales_blocked_reason}".strip()
    return "The part has no price; ask the store" if item.price.each is None else ""


def _code(part: PartReference) -> str:
    return "" if part.part_code is None else str(part.part_code)


def _is_meant(item: Item, part: PartReference) -> bool:
    """Whether brand and code, where they came beside a partId, name the same part."""
    brand, code = squash(part.brand_code or ""), squash(_code(part))
    return brand in {"", squash(item.brand_code)} and code in {"", squash(item.part_code)}
