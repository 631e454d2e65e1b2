"""What can still be read of a body in which some fields are wrong, so that the rules between fields are checked too.

Without it a client with two mistakes would hear of the second one only after it had put the first one right.
"""

from functools import cache
from typing import Any

import msgspec

from partscounter.web.decode import MOST_VIOLATIONS
from partscounter.web.violations import decoder_for, nul_violations
from partscounter_contracts.parts_orders import (
    BasketLine,
    BasketRequest,
    MandatoryVehicleReferenceRequest,
    PartReference,
    PartsOrderCreateRequest,
    PartsOrderLineSimple,
)


def salvage_order(body: object) -> PartsOrderCreateRequest:
    """The order with every wrong field left out, and its first lines only where there are very many.

    Never to be placed: wrong quantities have become 1.
    """
    lines = [
        PartsOrderLineSimple(**_right_line(PartsOrderLineSimple, each) | _references(each)) for each in _lines(body)
    ]
    return PartsOrderCreateRequest(**_right_fields(PartsOrderCreateRequest, body) | {"parts": lines})


def salvage_basket(body: object) -> BasketRequest:
    """The same of a basket."""
    lines = [BasketLine(**_right_line(BasketLine, each)) for each in _lines(body)]
    return BasketRequest(**_right_fields(BasketRequest, body) | {"parts": lines})


def _lines(body: object) -> list[object]:
    lines = body.get("parts") if isinstance(body, dict) else None
    return lines[:MOST_VIOLATIONS] if isinstance(lines, list) else []


def _right_line(kind: type[msgspec.Struct], line: object) -> dict[str, Any]:
    part = line.get("part") if isinstance(line, dict) else None
    return {"quantity": 1} | _right_fields(kind, line) | {"part": PartReference(**_right_fields(PartReference, part))}


def _references(line: object) -> dict[str, Any]:
    """Each in its place, with something in place of what is wrong: where all are right, nothing changes."""
    sent = line.get("mandatoryVehicleReferences") if isinstance(line, dict) else None
    if not isinstance(sent, list):
        return {}
    right = [
        {"type": "?", "value": "?"} | _right_fields(MandatoryVehicleReferenceRequest, each)
        for each in sent[:MOST_VIOLATIONS]
    ]
    return {"mandatory_vehicle_references": [MandatoryVehicleReferenceRequest(**each) for each in right]}


@cache
def _fields_of(kind: type[msgspec.Struct]) -> tuple[msgspec.structs.FieldInfo, ...]:
    """Kept, because looking at a type takes longer than reading a line."""
    return msgspec.structs.fields(kind)


def _right_fields(kind: type[msgspec.Struct], sent: object) -> dict[str, Any]:
    """The fields of `sent` that `kind` can hold, by their names in Python."""
    if not isinstance(sent, dict):
        return {}
    right: dict[str, Any] = {}
    for field in _fields_of(kind):
        value = sent.get(field.encode_name)
        if value is None or any(nul_violations(value)):
            continue
        try:
            right[field.name] = decoder_for(field.type).decode(msgspec.json.encode(value))
        except msgspec.ValidationError:
            continue
    return right
