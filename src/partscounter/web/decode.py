"""Strict JSON bodies: a typed value, or every wrong field at once.

msgspec decodes fast and stops at the first error. Only when it has stopped is the body decoded again without a type
and walked field by field (`violations.py`). A number without bounds may be as large as the sender likes: give every
integer of a contract its `msgspec.Meta(ge=…, le=…)`.
"""

from collections.abc import Iterable
from itertools import chain, islice
from typing import TypeVar

import msgspec

from partscounter.kit.refusal import Invalid, Violation
from partscounter.web.plain_numbers import fanciful_numbers
from partscounter.web.problems import Malformed
from partscounter.web.violations import decoder_for, find_violations, nul_violations

T = TypeVar("T")
_ESCAPED_NUL = b"\\u0000"
MOST_VIOLATIONS = 1000
"""More are not looked for: a body of 1 MiB can be wrong in 700,000 places, which would take a minute to name."""
_NOT_AS_DESCRIBED = "The body is not as described."


def decode(kind: type[T], body: bytes) -> T:
    """The value of type `kind` that `body` spells. Unknown fields are ignored; of duplicate keys the last one counts.

    Raises Malformed if it is not JSON in UTF-8, and Invalid with all violations, up to MOST_VIOLATIONS, if it is JSON,
    but not such a value.
    A NUL character inside a string is a violation, because no database takes one, and so is a decimal number as text
    that is not a plain one.
    """
    _check_text(body)
    try:
        value: T = decoder_for(kind).decode(body)
    except (msgspec.DecodeError, RecursionError, ValueError):
        raise _explain(kind, body) from None
    if _ESCAPED_NUL in body:
        _refuse(nul_violations(decode_untyped(body)))
    _refuse(fanciful_numbers(kind, body))
    return value


def decode_object(body: bytes) -> dict[str, msgspec.Raw]:
    """The members of the JSON object that `body` spells, each as it was sent; of duplicate names the last counts.

    Raises Malformed if it is not JSON in UTF-8, and Invalid if it is something else than an object.
    """
    _check_text(body)
    try:
        return msgspec.json.decode(body, type=dict[str, msgspec.Raw])
    except (msgspec.DecodeError, RecursionError):
        raise _explain(dict, body) from None


def _check_text(body: bytes) -> None:
    if not body:
        raise Malformed("The body is empty; it must be JSON.")
    try:
        body.decode()
    except UnicodeDecodeError as error:
        raise Malformed(f"The body is not UTF-8 (byte {error.start}).") from None


def decode_untyped(body: bytes) -> object:
    """Whatever JSON `body` spells. Raises Malformed if none; a typed decode may stop before it notices that."""
    _check_text(body)
    try:
        value: object = msgspec.json.decode(body)
    except msgspec.ValidationError as error:
        raise Malformed(f"The body holds a number that cannot be read: {error}.") from None
    except msgspec.DecodeError as error:
        raise Malformed(f"The body is not valid JSON: {error}.") from None
    except RecursionError:
        raise Malformed("The body is nested too deeply.") from None
    return value


def _explain(kind: type[object], body: bytes) -> Malformed | Invalid:
    try:
        found = chain(find_violations(kind, decode_untyped(body)), fanciful_numbers(kind, body))
        violations = tuple(islice(found, MOST_VIOLATIONS))
    except Malformed as malformed:
        return malformed
    return Invalid(_NOT_AS_DESCRIBED, violations or (Violation("$", "is not as described"),))


def _refuse(found: Iterable[Violation]) -> None:
    violations = tuple(islice(found, MOST_VIOLATIONS))
    if violations:
        raise Invalid(_NOT_AS_DESCRIBED, violations)
