"""A put or an edit as it was sent, with everything that is wrong of it at once."""

from collections.abc import Mapping

import msgspec

from partscounter.domain.inventory import FedItem
from partscounter.domain.inventory.changes import Edit, Expected, ItemName, Put, read_fields
from partscounter.kit.refusal import Invalid, Violation
from partscounter.wire.stock.read_fields import IDENTITY, SentFields, read_sent

Fields = Mapping[str, msgspec.Raw]


def read_put(name: ItemName, fields: Fields, expected: Expected, this_year: int) -> Put:
    """The whole item; refuses with Invalid."""
    sent = _read_sent(name, fields)
    return Put(name, _checked(name, sent, this_year, is_whole=True), expected)


def read_edit(name: ItemName, fields: Fields, expected: Expected, this_year: int) -> Edit:
    """Those fields that were sent; refuses with Invalid."""
    sent = _read_sent(name, fields)
    fed = _checked(name, sent, this_year, is_whole="part_type" in sent.names)
    return Edit(name, fed, sent.names, expected)


def _read_sent(name: ItemName, fields: Fields) -> SentFields:
    parts = (name.vendor_id, name.vendor_store, name.inventory_id)
    return read_sent(fields, dict(zip(IDENTITY, parts, strict=True)))


def _checked(name: ItemName, sent: SentFields, this_year: int, *, is_whole: bool) -> FedItem:
    read = read_fields(name, sent.texts, this_year, is_whole=is_whole)
    wrong = {violation.field.partition("[")[0] for violation in sent.violations}
    more = () if isinstance(read, FedItem) else tuple(each for each in read if each.field not in wrong)
    if isinstance(read, FedItem) and not sent.violations:
        return read
    raise _refusal((*sent.violations, *more))


def _refusal(violations: tuple[Violation, ...]) -> Invalid:
    fields = "1 field is" if len(violations) == 1 else f"{len(violations)} fields are"
    return Invalid(f"{fields} wrong, so nothing was changed.", violations)
