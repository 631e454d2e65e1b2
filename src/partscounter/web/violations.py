"""All that is wrong with a decoded JSON value, measured against a msgspec type: the slow walk after a failed decode."""

import types
from collections.abc import Iterator
from functools import lru_cache
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

import msgspec

from partscounter.kit.refusal import Violation
from partscounter.web.issues import issue_of

ROOT = "$"
_ABSENT = object()
T = TypeVar("T")


def find_violations(kind: object, value: object, path: str = "") -> Iterator[Violation]:
    """Each wrong field with its path, such as `parts[0].quantity`; `$` is the whole body."""
    whole = _whole_issue(kind, value)
    if whole is None:
        return
    found_inside = False
    for violation in _inner_violations(kind, value, path):
        found_inside = True
        yield violation
    if not found_inside:
        yield Violation(path or ROOT, issue_of(whole, _plain(kind)), value)


def _whole_issue(kind: object, value: object) -> str | None:
    """msgspec's own message about `value`. Encoded again, so that exactly the rules of a JSON body apply to it."""
    try:
        decoder_for(kind).decode(msgspec.json.encode(value))
    except (msgspec.DecodeError, ValueError, RecursionError) as error:
        return str(error)
    return None


def decoder_for(kind: object) -> msgspec.json.Decoder[Any]:
    """msgspec's decoder for `kind`, made once."""
    return _cached_decoder(kind)


@lru_cache(maxsize=1024)
def _cached_decoder(kind: Any) -> msgspec.json.Decoder[Any]:  # noqa: ANN401 - a type expression has no type of its own
    return msgspec.json.Decoder(kind)


def _inner_violations(kind: object, value: object, path: str) -> Iterator[Violation]:
    plain = _plain(kind)
    if isinstance(plain, type) and issubclass(plain, msgspec.Struct):
        yield from _struct_violations(plain, value, path)
    elif _is_union(plain):
        yield from _union_violations(plain, value, path)
    elif isinstance(value, list) and get_origin(plain) in {list, tuple, set, frozenset}:
        for index, item in enumerate(value):
            yield from find_violations(get_args(plain)[0], item, f"{path}[{index}]")
    elif isinstance(value, dict) and get_origin(plain) is dict:
        for key, item in value.items():
            yield from find_violations(get_args(plain)[1], item, _below(path, key))


def _struct_violations(kind: type[msgspec.Struct], value: object, path: str) -> Iterator[Violation]:
    if not isinstance(value, dict):
        return
    for field in msgspec.structs.fields(kind):
        sent = value.get(field.encode_name, _ABSENT)
        below = _below(path, field.encode_name)
        if sent is not _ABSENT:
            yield from find_violations(field.type, sent, below)
        elif field.required:
            yield Violation(below, "is required")
    if kind.__struct_config__.forbid_unknown_fields:
        for name in value:
            if name not in kind.__struct_encode_fields__:
                yield Violation(_below(path, name), "is not a field here", value[name])


def _union_violations(union: object, value: object, path: str) -> Iterator[Violation]:
    """Looks inside if the value's JSON type leaves just one member of the union to look at."""
    members = [each for each in get_args(union) if _is_container_for(_plain(each), value)]
    if len(members) == 1:
        yield from find_violations(members[0], value, path)


def _is_container_for(kind: object, value: object) -> bool:
    if isinstance(value, list):
        return get_origin(kind) in {list, tuple, set, frozenset}
    if isinstance(value, dict):
        return get_origin(kind) is dict or (isinstance(kind, type) and issubclass(kind, msgspec.Struct))
    return False


def _plain(kind: object) -> object:
    return get_args(kind)[0] if get_origin(kind) is Annotated else kind


def _is_union(kind: object) -> bool:
    return get_origin(kind) in {Union, types.UnionType}


def _below(path: str, name: object) -> str:
    return f"{path}.{name}" if path else str(name)


def nul_violations(value: object, path: str = "") -> Iterator[Violation]:
    """Every string that holds a NUL, keys included."""
    if isinstance(value, str) and "\0" in value:
        yield Violation(path or ROOT, "must not contain the character U+0000", value)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from nul_violations(item, f"{path}[{index}]")
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from nul_violations(key, _below(path, "key"))
            yield from nul_violations(item, _below(path, key))
