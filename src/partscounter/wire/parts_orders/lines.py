"""The lines of an order: which part each one means, at which price, and whether it may be sold like that."""

from collections import Counter
from collections.abc import Mapping
from decimal import Decimal

import msgspec

from partscounter.database import ReadTx
from partscounter.domain import inventory
from partscounter.domain.dealers import Store
from partscounter.domain.inventory import Item, part_key
from partscounter.domain.orders import DraftLine, LinePrice, VehicleReference
from partscounter.kit.text import squash
from partscounter.wire.parts_orders.findings import Findings
from partscounter_contracts.parts_orders import PartReference, PartsOrderCreateRequest, PartsOrderLineSimple

NO_SUCH_PART = "No such part"


def draft_lines(
    tx: ReadTx, store: Store, request: PartsOrderCreateRequest, findings: Findings
) -> tuple[DraftLine, ...]:
    """The lines whose part was found; findings tell of all others, and of what is wrong with the part's terms."""
    offered = inventory.find_parts(tx, store.id, {key_of(line.part) for line in request.parts})
    wanted: Counter[int] = Counter()
    drafted: list[DraftLine] = []
    for index, line in enumerate(request.parts):
        path = f"parts[{index}]"
        item = choose_part(offered, line.part, f"{path}.part", findings)
        if item is None:
            continue
        _check_references(line, item, path, findings)
        _check_stock(line, item, wanted, path, findings)
        drafted.append(_draft_line(line, item, store))
    return tuple(drafted)


def key_of(part: PartReference) -> str:
    """The key that the part is looked up by: the partId goes before brand and code."""
    return part_key("", part.part_id) if part.part_id else part_key(part.brand_code or "", _code(part))


def _code(part: PartReference) -> str:
    return "" if part.part_code is None else str(part.part_code)


def choose_part(offered: Mapping[str, list[Item]], part: PartReference, path: str, findings: Findings) -> Item | None:
    """The one part that is meant and may be sold; else None, and a finding at `path` says why."""
    sent = {name: value for name, value in msgspec.to_builtins(part).items() if value is not None}
    if not part.part_id and not (part.brand_code and _code(part)):
        findings.add(path, "needs a partId, or a brandCode and a partCode", sent)
        return None
    found = [item for item in offered.get(key_of(part), ()) if _is_meant(item, part)]
    issue = _why_not(found)
    if issue:
        findings.add(path, issue, sent)
        return None
    return found[0]


def _is_meant(item: Item, part: PartReference) -> bool:
    """Whether brand and code, where they came beside a partId, name the same part."""
    brand, code = squash(part.brand_code or ""), squash(_code(part))
    return brand in {"", squash(item.brand_code)} and code in {"", squash(item.part_code)}


def _why_not(found: list[Item]) -> str:
    match found:
        case []:
            return NO_SUCH_PART
        case [item] if item.terms.sales_blocked:
            return f"The part is blocked for sale. {item.terms.sales_blocked_reason}".strip()
        case [item] if item.price.each is None:
            return "The part has no price; ask the store"
        case [_]:
            return ""
        case _:
            return "More than one part answers to this"


def _check_references(line: PartsOrderLineSimple, item: Item, path: str, findings: Findings) -> None:
    """Every type that price-availability lists for the part must be given ("Create Parts Order")."""
    given = {each.type for each in line.mandatory_vehicle_references or ()}
    for type_ in item.terms.vehicle_references:
        if type_ not in given:
            findings.add(
                f"{path}.mandatoryVehicleReferences", f"A reference of type {type_} is required", sorted(given)
            )
    for index, each in enumerate(line.mandatory_vehicle_references or ()):
        if not each.value.strip():
            findings.add(f"{path}.mandatoryVehicleReferences[{index}].value", "must not be blank", each.value)


def _check_stock(line: PartsOrderLineSimple, item: Item, wanted: Counter[int], path: str, findings: Findings) -> None:
    """A part that cannot be put on back order is sold from the shelf only, over all lines."""
    left = max(0, item.available - wanted[item.id])
    wanted[item.id] += line.quantity
    if line.quantity > left and not item.terms.back_order_allowed:
        issue = f"must be at most {left}: the part cannot be put on back order"
        findings.add(f"{path}.quantity", issue, line.quantity)


def _draft_line(line: PartsOrderLineSimple, item: Item, store: Store) -> DraftLine:
    each = item.price.each or Decimal(0)
    listed = each if item.price.list is None else item.price.list
    references = line.mandatory_vehicle_references or ()
    return DraftLine(
        code=item.part_id,
        quantity=line.quantity,
        price=LinePrice(each=each, list=listed, tax_rate=store.tax_rate, core=item.price.core or Decimal(0)),
        item_id=item.id,
        brand_code=item.brand_code,
        part_code=item.part_code,
        description=item.description.part_name,
        vehicle_references=tuple(VehicleReference(each.type, each.value) for each in references),
        back_order_allowed=item.terms.back_order_allowed,
    )
