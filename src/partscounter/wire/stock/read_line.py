"""One line of a stream of changes."""

from dataclasses import dataclass

import msgspec
from msgspec import UNSET, UnsetType

from partscounter.domain.inventory.changes import Expected, ItemChange, ItemName, Retire
from partscounter.kit.refusal import Invalid, Refusal, Violation
from partscounter.web.decode import decode
from partscounter.web.problems import RequestRejected
from partscounter.wire.stock.preconditions import read_if_match
from partscounter.wire.stock.read_change import read_edit, read_put
from partscounter_contracts.stock import Op


@dataclass(frozen=True, slots=True)
class SentLine:
    """A line, understood or not: either `change` or `refused` is given."""

    number: int
    text: bytes
    name: ItemName | None = None
    change: ItemChange | None = None
    refused: Refusal | RequestRejected | None = None


class _Line(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    op: Op
    vendor_id: str
    vendor_store: str
    vendor_inventory_id: str
    if_match: str | UnsetType = UNSET
    item: dict[str, msgspec.Raw] | UnsetType = UNSET


def read_line(number: int, text: bytes, this_year: int) -> SentLine:
    """The line numbered `number`; never raises for what stands in it."""
    name: ItemName | None = None
    try:
        line = decode(_Line, text)
        name = ItemName.of(line.vendor_id, line.vendor_store, line.vendor_inventory_id)
        return SentLine(number, text, name, _change(line, name, this_year))
    except (Refusal, RequestRejected) as refused:
        return SentLine(number, text, name, refused=refused)


def _change(line: _Line, name: ItemName, this_year: int) -> ItemChange:
    expected = Expected() if line.if_match is UNSET else read_if_match(line.if_match)
    if line.op is Op.DELETE:
        return Retire(name, expected)
    if line.item is UNSET:
        raise Invalid("1 field is wrong, so nothing was changed.", (Violation("item", "is required"),))
    read = read_put if line.op is Op.PUT else read_edit
    return read(name, line.item, expected, this_year)
