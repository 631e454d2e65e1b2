"""JSON Schemas of wire types, collected once for a document and then looked up by type."""

from collections.abc import Sequence
from typing import Any

import msgspec

from partscounter_contracts.operation import WireType

_REFERENCE = "#/components/schemas/{name}"
_DECIMAL_AS_TEXT = {"type": "string", "format": "decimal"}
_DECIMAL_AS_NUMBER = {"type": "number"}


class SchemaBook:
    """The schemas of `types`; `components` are the named ones, `schema` gives the one of a type."""

    def __init__(self, types: Sequence[WireType]) -> None:
        known = [wire_type for wire_type in types if wire_type is not None]
        schemas, components = msgspec.json.schema_components(known, ref_template=_REFERENCE)
        self.components: dict[str, Any] = _with_decimal_numbers(components)
        # Keyed by spelling: an Annotated type whose Meta carries a dict is not hashable.
        self._by_type = {
            repr(wire_type): _with_decimal_numbers(schema) for wire_type, schema in zip(known, schemas, strict=True)
        }

    def schema(self, wire_type: WireType) -> dict[str, Any]:
        """The schema of one of the types given at the start; KeyError for another."""
        found: dict[str, Any] = self._by_type[repr(wire_type)]
        return found


def _with_decimal_numbers(schema: Any) -> Any:  # noqa: ANN401 - JSON of any shape
    """msgspec describes every Decimal as text; these contracts send it as a number (see `number.encode`)."""
    if isinstance(schema, dict):
        if _DECIMAL_AS_TEXT.items() <= schema.items():
            schema = {key: value for key, value in schema.items() if key != "format"} | _DECIMAL_AS_NUMBER
        return {key: _with_decimal_numbers(value) for key, value in schema.items()}
    if isinstance(schema, list):
        return [_with_decimal_numbers(value) for value in schema]
    return schema
