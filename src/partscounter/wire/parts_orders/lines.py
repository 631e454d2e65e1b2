"""The lines of an order: which part each one means, at which price, and whether it may be sold like that."""

from collections import Counter
from decimal import Decimal

from partscounter.database import ReadTx
from partscounter.domain import inventory
from partscounter.domain.dealers import Store
from partscounter.domain.inventory import Item
from partscounter.domain.orders import DraftLine, LinePrice, VehicleReference
from partscounter.wire.parts_orders.findings import Findings
from partscounter.wire.parts_orders.part_choice import as_sent, choose_part, key_of, why_not_sold
from partscounter_contracts.parts_orders import PartsOrderCreateRequest, PartsOrderLineSimple


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
        if issue := why_not_sold(item):
            findings.add(f"{path}.part", issue, as_sent(line.part))
            continue
        _check_references(line, item, path, findings)
        _check_stock(line, item, wanted, path, findings)
        drafted.append(_draft_line(line, item, store))
    return tuple(drafted)


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
