"""Search results in the contract's words; as JSON, most of which is remembered.

What is remembered is asked for by all that goes into it: a row whose item, store or dealer has changed in anything that
is shown is another row, so nothing can be out of date.
"""

from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache

import msgspec
from msgspec import UNSET

from partscounter.domain.inventory.shown import ShownItem, read_address
from partscounter.search import Hit
from partscounter.web.answer import encode
from partscounter.wire.inventory.found import Found
from partscounter.wire.inventory.links import Links
from partscounter.wire.inventory.remembered import RowEnds
from partscounter.wire.inventory.render import amount_text, vendor_of, year_text
from partscounter_contracts.inventory import UNKNOWN, SearchItem, SearchVendor
from partscounter_contracts.number import number_or_text

_REMEMBERED_ROWS = 8_192
_REMEMBERED_VENDORS = 4_096
_LONGEST_REMEMBERED = 2_000
"""Characters of description or questions; with what else a row has, all rows take some 20 MB, and 50 at the worst."""

_PLACE = b',"distance":"","page_number":0'
"""Where the parts of a row that depend on the search stand. No text within JSON has a quotation mark that is bare."""


def render_found(found: Found, links: Links, *, page_number: int, with_qa: bool) -> SearchItem:
    """One search result."""
    row = _row(found.item, links, with_qa)
    miles = found.hit.distance
    distance = UNKNOWN if miles is None else _number(miles)
    return msgspec.structs.replace(row, distance=distance, page_number=page_number)


def found_json(found: Iterable[Found], links: Links, *, page_number: int, with_qa: bool) -> list[msgspec.Raw]:
    """Search results as `render_found` has them, as JSON."""
    return rows_json(((ends_of(each.item, links, with_qa=with_qa), each.hit) for each in found), page_number)


def rows_json(rows: Iterable[tuple[RowEnds, Hit]], page_number: int) -> list[msgspec.Raw]:
    """The same of rows whose ends are known."""
    unplaced = b',"distance":"","page_number":%d' % page_number
    return [
        msgspec.Raw(head + (unplaced if hit.distance is None else _middle(hit.distance, page_number)) + tail)
        for (head, tail), hit in rows
    ]


def _middle(miles: Decimal, page_number: int) -> bytes:
    return b',"distance":%b,"page_number":%d' % (encode(_number(miles)), page_number)


def ends_of(item: ShownItem, links: Links, *, with_qa: bool) -> RowEnds:
    """What of a row does not depend on the search."""
    return (_ends_of if is_short(item) else _ends_of.__wrapped__)(item, links, with_qa)


def is_short(item: ShownItem) -> bool:
    """Whether its row may be remembered."""
    return len(item.text) + len(item.questions_json) + len(item.images_json) <= _LONGEST_REMEMBERED


@lru_cache(maxsize=_REMEMBERED_ROWS)
def _ends_of(item: ShownItem, links: Links, with_qa: bool) -> RowEnds:
    head, _, tail = encode(_row(item, links, with_qa)).partition(_PLACE)
    return head, tail


def _row(item: ShownItem, links: Links, with_qa: bool) -> SearchItem:
    vendor_id = item.vendor_id or UNKNOWN
    return SearchItem(
        type=item.category,
        vendor=_vendor(item.address_json, item.dealer_name, vendor_id, item.vendor_store),
        part_name=item.part_name,
        make_model=item.make_model,
        year=year_text(item.year),
        oem_number=item.oem_number,
        vendor_sku=item.tag_number,
        vendor_inventory_id=number_or_text(item.inventory_id),
        description=item.text,
        price=amount_text(item.price),
        coreprice=amount_text(item.core_price),
        condition=item.condition,
        details_uri=links.details(vendor_id, item.vendor_store, item.inventory_id),
        images=links.images(item.images),
        distance=UNKNOWN,
        page_number=0,
        qa=dict(item.questions) if with_qa else UNSET,
    )


@lru_cache(maxsize=_REMEMBERED_VENDORS)
def _vendor(address_json: str, dealer_name: str, vendor_id: str, vendor_store: str) -> SearchVendor:
    return vendor_of(read_address(address_json), dealer_name, vendor_id, vendor_store)


def _number(miles: Decimal) -> int | float:
    """Miles as a JSON number: 0, 12.5."""
    return int(miles) if miles == miles.to_integral_value() else float(miles)
