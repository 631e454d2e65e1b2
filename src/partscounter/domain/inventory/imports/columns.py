"""The columns of the native feed: what an item and its store can be told by, one text a column."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Column:
    """One native column."""

    name: str
    meaning: str
    required: bool = False
    """Whether a file without it is refused, and a row that leaves it blank."""


_IDENTITY = (
    Column("vendor_id", "The dealer's number: text, leading zeros count.", required=True),
    Column("vendor_store", "The store's number within the dealer: text.", required=True),
    Column("vendor_inventory_id", "The item's number within the store: text.", required=True),
)
_ITEM = (
    Column("part_type", "What kind of part it is, in the seller's spelling.", required=True),
    Column("year", "Model year, four digits; blank or 1900 = unknown."),
    Column("make", "Make of the vehicle."),
    Column("model", "Model of the vehicle."),
    Column("price", "Net price of one unit, such as 1250 or 82.50; blank = unknown."),
    Column("available", "true or false (yes/no, y/n, t/f, 1/0). False is stored and not offered. No column = true."),
    Column("quantity", "Units on the shelf, a whole number; blank = 1."),
    Column("core_price", "Deposit that comes back with the old part."),
    Column("list_price", "Price before anything is taken off."),
    Column("tag_number", "What the vendor's people call the item."),
    Column("brand_code", "Brand of a new part, such as S."),
    Column("part_code", "Part code within the brand."),
    Column("part_manufacturer", "Who made the part."),
    Column("part_model", "The part's own model."),
    Column("vendor_part_name", "The vendor's own name for the part."),
    Column("category", "USED, NEW, REMANUFACTURED, CORE…"),
    Column("condition", "Free text, such as A or Good."),
    Column("side", "Side of the vehicle that the part belongs to."),
    Column("oem_number", "Number that the original manufacturer gave the part."),
    Column("serial_number", "The part's serial number."),
    Column("alternate_numbers", "Other numbers that find it: alternate, superseding or superseded; separated by |."),
    Column("vin", "Identification number of the vehicle it came from."),
    Column("vehicle_id", "The vendor's id of the vehicle or whole unit it came from."),
    Column("description", "Text or HTML; unsafe markup is taken out."),
    Column("images", "http(s) addresses, separated by |."),
    Column("qa", "Questions and answers: label=value, separated by |."),
    Column("line", "heavy_truck, yellow_iron, automotive or motorcycle, or 1 to 4; blank = heavy_truck."),
)
_STORE = (
    Column("company", "The store's name; HTML entities are decoded."),
    Column("city", "The store's city."),
    Column("state", "The store's state or province."),
    Column("postal_code", "The store's ZIP or postal code: text."),
    Column("country", "The store's country."),
)
_PASSED_OVER = (Column("observed_at", "When the row was seen; accepted and not kept."),)

COLUMNS = _IDENTITY + _ITEM + _STORE + _PASSED_OVER
"""Every native column, in the order of docs/import.md."""

NAMES = frozenset(column.name for column in COLUMNS)
REQUIRED = tuple(column.name for column in COLUMNS if column.required)
