"""JSON Schemas of a contract's document as tables for people: each named type once, linked by its name."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Schema = Mapping[str, Any]

_BOUNDS = (
    ("minLength", "at least {} characters"),
    ("maxLength", "at most {} characters"),
    ("minimum", "from {}"),
    ("maximum", "to {}"),
    ("minItems", "at least {} of them"),
    ("maxItems", "at most {} of them"),
    ("pattern", "matches {}"),
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a type's spelling; `type_name` is set where it names a type of the document."""

    text: str
    type_name: str = ""


@dataclass(frozen=True, slots=True)
class FieldRow:
    """One field of an object."""

    name: str
    type: tuple[Piece, ...]
    is_required: bool
    limits: str


@dataclass(frozen=True, slots=True)
class TypeTable:
    """One named type: an object with fields, or a choice of values."""

    name: str
    description: str
    fields: tuple[FieldRow, ...]
    values: tuple[str, ...]


def type_tables(schemas: Mapping[str, Schema]) -> tuple[TypeTable, ...]:
    """Every named type of the document, in its order."""
    return tuple(
        TypeTable(
            name=name,
            description=schema.get("description", ""),
            fields=tuple(_fields(schema)),
            values=tuple(str(value) for value in schema.get("enum", ())),
        )
        for name, schema in schemas.items()
    )


def spell_type(schema: Schema) -> tuple[Piece, ...]:
    """The type in words, such as `array of` and a link."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return (Piece(name, name),)
    if "anyOf" in schema:
        return _joined(schema["anyOf"])
    if "enum" in schema:
        return (Piece(" | ".join(str(value) for value in schema["enum"])),)
    if schema.get("type") == "array":
        return (Piece("array of "), *spell_type(schema.get("items", {})))
    if isinstance(schema.get("additionalProperties"), Mapping):
        return (Piece("object of "), *spell_type(schema["additionalProperties"]))
    spelled = schema.get("type", "anything")
    return (Piece(f"{spelled} ({schema['format']})" if "format" in schema else spelled),)


def spell_limits(schema: Schema) -> str:
    """What a value must keep to, and what stands for a missing one, in one line."""
    alternatives = [schema, *schema.get("anyOf", ())]
    limits = [text.format(each[key]) for each in alternatives for key, text in _BOUNDS if key in each]
    if schema.get("default") not in (None, ""):
        limits.append(f"default {schema['default']}")
    return ", ".join(limits)


def _fields(schema: Schema) -> Iterator[FieldRow]:
    required = schema.get("required", ())
    for name, field in schema.get("properties", {}).items():
        yield FieldRow(name, spell_type(field), name in required, spell_limits(field))


def _joined(alternatives: list[Schema]) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    for alternative in alternatives:
        pieces += [Piece(" or "), *spell_type(alternative)] if pieces else spell_type(alternative)
    return tuple(pieces)
