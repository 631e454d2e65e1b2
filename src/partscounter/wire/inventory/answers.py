"""Answers in the format that the user prefers, whole or streamed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from partscounter.web.answer import JSON_TYPE, Answer, json_answer, stream
from partscounter.wire.inventory import xml
from partscounter.wire.inventory.user import AnswerFormat

XML_TYPE = "application/xml"


def answer(format_: AnswerFormat, value: object, *, member: str = "item", status: int = 200) -> Answer:
    """`value` (a Struct, dict or list of them); `member` is what XML calls the members of a list."""
    if format_ is AnswerFormat.JSON:
        return json_answer(value, status)
    return Answer(status, xml.document(msgspec.to_builtins(value), member), XML_TYPE)


def stream_answer(
    format_: AnswerFormat,
    before: Mapping[str, object],
    name: str,
    batches: Iterator[Sequence[object]],
    after: Mapping[str, object],
) -> Answer:
    """An object whose member `name` is a list too long to be held at once."""
    if format_ is AnswerFormat.JSON:
        return stream(_json_pieces(before, name, batches, after), JSON_TYPE)
    return stream(_xml_pieces(before, name, batches, after), XML_TYPE)


def stream_list(format_: AnswerFormat, member: str, batches: Iterator[Sequence[object]]) -> Answer:
    """A list too long to be held at once; `member` is what XML calls its members."""
    if format_ is AnswerFormat.JSON:
        return stream(_json_list_pieces(batches), JSON_TYPE)
    return stream(_xml_list_pieces(member, batches), XML_TYPE)


def _json_list_pieces(batches: Iterable[Sequence[object]]) -> Iterator[bytes]:
    before = b"["
    for batch in batches:
        if batch:
            yield before + msgspec.json.encode(batch)[1:-1]
            before = b","
    yield b"[]" if before == b"[" else b"]"


def _xml_list_pieces(member: str, batches: Iterable[Sequence[object]]) -> Iterator[bytes]:
    yield f"{xml.DECLARATION}<{xml.ROOT}>".encode()
    for batch in batches:
        yield "".join(xml.element(member, row) for row in msgspec.to_builtins(batch)).encode()
    yield f"</{xml.ROOT}>".encode()


def _json_pieces(
    before: Mapping[str, object], name: str, batches: Iterable[Sequence[object]], after: Mapping[str, object]
) -> Iterator[bytes]:
    head = msgspec.json.encode({**before, name: []}).removesuffix(b"]}")
    for batch in batches:
        if batch:
            yield head + msgspec.json.encode(batch)[1:-1]
            head = b","
    # An empty list has had no batch that could carry the head.
    yield (b"" if head == b"," else head) + b"]" + _json_members(after) + b"}"


def _json_members(members: Mapping[str, object]) -> bytes:
    return b"," + msgspec.json.encode(members)[1:-1] if members else b""


def _xml_pieces(
    before: Mapping[str, object], name: str, batches: Iterable[Sequence[object]], after: Mapping[str, object]
) -> Iterator[bytes]:
    yield f"{xml.DECLARATION}<{xml.ROOT}>{_xml_members(before)}<{name}>".encode()
    member = xml.singular(name)
    for batch in batches:
        yield "".join(xml.element(member, row) for row in msgspec.to_builtins(batch)).encode()
    yield f"</{name}>{_xml_members(after)}</{xml.ROOT}>".encode()


def _xml_members(members: Mapping[str, object]) -> str:
    return "".join(xml.element(name, msgspec.to_builtins(value)) for name, value in members.items())
