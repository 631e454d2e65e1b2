"""Strict bodies: what is accepted, and what is said of the rest."""

import enum
from datetime import datetime
from decimal import Decimal
from typing import Annotated, Literal

import msgspec
import pytest

from partscounter.kit.refusal import Invalid
from partscounter.web.decode import MOST_VIOLATIONS, decode
from partscounter.web.problems import Malformed


class Kind(enum.Enum):
    STOCK = "STOCK"
    URGENT = "URGENT"


class Part(msgspec.Struct, rename="camel"):
    part_code: Annotated[str, msgspec.Meta(min_length=1, max_length=5)]
    quantity: Annotated[int, msgspec.Meta(ge=1, le=999)]
    note: str | msgspec.UnsetType | None = msgspec.UNSET
    reference: str | int | None = None


class Order(msgspec.Struct, rename="camel"):
    parts: Annotated[list[Part], msgspec.Meta(min_length=1)]
    kind: Kind | None = None
    mode: Literal["a", "b"] = "a"
    at: Annotated[datetime, msgspec.Meta(tz=True)] | None = None
    price: Decimal | None = None
    contact: Part | None = None
    labels: dict[str, int] = {}

    def __post_init__(self) -> None:
        if self.mode == "b" and self.kind is None:
            raise ValueError("mode b needs a kind")


def wrong(body: bytes, kind: type[object] = Order) -> list[tuple[str, str, object]]:
    with pytest.raises(Invalid) as caught:
        decode(kind, body)
    return [(violation.field, violation.issue, violation.value) for violation in caught.value.violations]


def test_decodes_and_ignores_unknown_fields() -> None:
    order = decode(Order, b'{"parts":[{"partCode":"A","quantity":2,"color":1}],"extra":{}}')

    assert order.parts == [Part("A", 2)]


def test_tells_absent_null_and_empty_apart() -> None:
    start = b'{"partCode":"A","quantity":1'
    body = b"[" + start + b"}," + start + b',"note":null},' + start + b',"note":""}]'

    assert [part.note for part in decode(list[Part], body)] == [msgspec.UNSET, None, ""]


def test_takes_the_last_of_duplicate_keys() -> None:
    assert decode(Part, b'{"partCode":"A","quantity":1,"quantity":2}').quantity == 2


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b'{"unknown": 1, "parts": [',
        b'{"parts":[]} x',
        b"{'parts': []}",
        b"\xef\xbb\xbf{}",
        b'{"parts":[],"x":"\xff"}',
        b'{"parts":"\\ud800"}',
        b'{"parts":NaN}',
        b'{"parts":1e999}',
        b"[" * 100_000,
        b'{"parts":' * 100_000,
        b"nul",
    ],
)
def test_rejects_what_is_not_json(body: bytes) -> None:
    with pytest.raises(Malformed):
        decode(Order, body)


@pytest.mark.parametrize(
    ("body", "violations"),
    [
        (b"[]", [("$", "must be an object, not a list", [])]),
        (b"null", [("$", "must be an object, not null", None)]),
        (b"{}", [("parts", "is required", None)]),
        (b'{"parts":[]}', [("parts", "must have at least 1 entries", [])]),
        (b'{"parts":{}}', [("parts", "must be a list, not an object", {})]),
        (b'{"parts":[7]}', [("parts[0]", "must be an object, not an integer", 7)]),
        (
            b'{"parts":[{"partCode":"TOOLONG","quantity":"2"}]}',
            [
                ("parts[0].partCode", "must have at most 5 characters", "TOOLONG"),
                ("parts[0].quantity", "must be an integer, not a string", "2"),
            ],
        ),
        (
            b'{"parts":[{"partCode":"A","quantity":0},{"quantity":2.5}]}',
            [
                ("parts[0].quantity", "must be at least 1", 0),
                ("parts[1].partCode", "is required", None),
                ("parts[1].quantity", "must be an integer, not a number", 2.5),
            ],
        ),
        (
            b'{"parts":[{"partCode":"A","quantity":true,"reference":[]}]}',
            [
                ("parts[0].quantity", "must be an integer, not true or false", True),
                ("parts[0].reference", "must be an integer, a string or null, not a list", []),
            ],
        ),
    ],
)
def test_names_every_wrong_field(body: bytes, violations: list[tuple[str, str, object]]) -> None:
    assert wrong(body) == violations


@pytest.mark.parametrize(
    ("field", "issue"),
    [
        ('"kind":"LATER"', "must be STOCK or URGENT"),
        ('"mode":"c"', "must be a or b"),
        ('"mode":3', "must be a or b"),
        ('"at":"yesterday"', "must be a date and time with offset, such as 2026-03-02T09:30:00Z"),
        ('"at":"2026-03-02T09:30:00"', "must be a date and time with offset, such as 2026-03-02T09:30:00Z"),
        ('"price":"12,50"', "must be a decimal number"),
    ],
)
def test_says_what_a_field_must_be(field: str, issue: str) -> None:
    body = f'{{"parts":[{{"partCode":"A","quantity":1}}],{field}}}'.encode()

    assert [(path, said) for path, said, _ in wrong(body)] == [(field.split('"')[1], issue)]


def test_looks_into_unions_and_maps() -> None:
    body = b'{"parts":[{"partCode":"A","quantity":1}],"contact":{"partCode":"A","quantity":-1},"labels":{"x":"y"}}'

    assert wrong(body) == [
        ("contact.quantity", "must be at least 1", -1),
        ("labels.x", "must be an integer, not a string", "y"),
    ]


def test_reports_a_rule_over_several_fields_at_the_whole() -> None:
    violations = wrong(b'{"parts":[{"partCode":"A","quantity":1}],"mode":"b"}')

    assert [(field, issue) for field, issue, _ in violations] == [("$", "mode b needs a kind")]


def test_refuses_a_nul_in_any_string_and_only_there() -> None:
    part = '{"partCode":"A%s","quantity":1}'

    assert wrong(part.replace("%s", "\\u0000").encode(), Part) == [
        ("partCode", "must not contain the character U+0000", "A\0")
    ]
    assert decode(Part, part.replace("%s", "\\\\u00").encode()).part_code == "A\\u00"
    assert decode(str, b'"\\\\u0000"') == "\\u0000"


def test_finds_eight_errors_in_five_hundred_parts() -> None:
    planted = {3: 0, 71: "12", 140: None, 222: 1.5, 223: True, 301: [], 402: {}, 499: 1000}
    parts = [{"partCode": "A", "quantity": planted.get(index, 1)} for index in range(500)]

    violations = wrong(msgspec.json.encode({"parts": parts}))

    assert [(field, value) for field, _, value in violations] == [
        (f"parts[{index}].quantity", value) for index, value in planted.items()
    ]


def test_names_no_more_than_a_thousand_errors() -> None:
    body = b'{"parts":[' + b",".join([b"{}"] * 5000) + b"]}"

    violations = wrong(body)

    assert len(violations) == MOST_VIOLATIONS == 1000
    assert violations[0][0] == "parts[0].partCode"


class Line(msgspec.Struct, rename="camel"):
    net_price: Decimal | msgspec.UnsetType | None = msgspec.UNSET


class Bill(msgspec.Struct):
    lines: Annotated[list[Line], msgspec.Meta(max_length=5)] = []
    total: Decimal | None = None
    note: str = ""


FANCIFUL = [
    "1_000",
    "1e3",
    "1E3",
    "+1",
    "NaN",
    "sNaN",
    "Infinity",
    "-inf",
    "\uff11\uff12",
    "\u0661\u0662",
    "1\t",
    "\u00a01",
    "1._5",
]


@pytest.mark.parametrize("text", FANCIFUL)
def test_a_decimal_number_as_text_is_a_plain_one(text: str) -> None:
    body = msgspec.json.encode({"lines": [{"netPrice": "1.50"}, {"netPrice": text}], "total": text, "note": text})

    issue = "must be a plain decimal number, such as 12.50"
    assert wrong(body, Bill) == [("lines[1].netPrice", issue, text), ("total", issue, text)]


@pytest.mark.parametrize(
    "text", ['"1250"', '"-0.5"', '".5"', '"12."', '" 12.50 "', '"1\\u0032"', "1e3", "12.50", "-7", "null"]
)
def test_other_decimal_numbers_are_read_as_they_stand(text: str) -> None:
    bill = decode(Bill, b'{"total":%s,"lines":[{},{"netPrice":%s}]}' % (text.encode(), text.encode()))

    expected = None if text == "null" else Decimal(text.strip('"').strip().replace("\\u0032", "2"))
    assert (bill.total, bill.lines[1].net_price) == (expected, expected)


def test_fanciful_numbers_are_named_together_with_all_else() -> None:
    found = wrong(b' {"lines":[{"netPrice":"x"},{"netPrice":"1_0"}],"total":[],"note":1}', Bill)

    assert {field for field, _, _ in found} == {"lines[0].netPrice", "lines[1].netPrice", "total", "note"}


def test_what_is_no_field_may_say_what_it_likes() -> None:
    body = b'{"total":"1","size":1e99999,"old":"1_0","lines":[{"total":"1_0"}],"deep":%s}' % (b"9" * 5000)

    assert decode(Bill, body).total == 1
