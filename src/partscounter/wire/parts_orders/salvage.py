"""What can still be read of a body in which some fields are wrong, so that the rules between fields are checked too.

Without it a client with two mistakes would hear of the second one only after it had put the first one right.
"""

from functools import cache
from typing import Any

import msgspec

from partscounter.web.decode import MOST_VIOLATIONS
from partscounter.web.violations import decoder_for, nul_violations
from partscounter_contracts.parts_orders import PartReference, PartsOrderCreateRequest, PartsOrderLineSimple


def salvage(body: object) -> PartsOrderCreateRequest:
    """The request with every wrong field left out, and its first lines only where there are very many.

    Never to be placed: wrong quantities have become 1.
    """
    fields = _right_fields(PartsOrderCreateRequest, body)
    lines = body.get("parts") if isinstance(body, dict) else None
    fields["parts"] = [_salvage_line(each) for each in lines[:MOST_VIOLATIONS]] if isinstance(lines, list) else []
    return PartsOrderCreateRequest(**fields)


def _salvage_line(line: object) -> PartsOrderLineSimple:
    fields: dict[str, Any] = {"quantity": 1} | _right_fields(PartsOrderLineSimple, line)
    part = line.get("part") if isinstance(line, dict) else None
    fields["part"] = PartReference(**_right_fields(PartReference, part))
    return PartsOrderLineSimple(**fields)


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
