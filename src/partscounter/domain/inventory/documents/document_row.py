"""One item as an index needs it: flat, since a million of these are read when an index is built."""

from datetime import datetime
from typing import NamedTuple


class DocumentRow(NamedTuple):
    """The fields are columns of `items`; see `inventory.Item` and its description for what they mean."""

    id: int
    dealer_id: int
    store_id: int
    line: int
    tag_number: str
    brand_code: str
    part_code: str
    part_name: str
    vehicle_make: str
    vehicle_model: str
    part_manufacturer: str
    part_model: str
    part_type_id: int | None
    """This and the following are numbers of names (see `catalog`); None for a blank one."""
    vehicle_make_id: int | None
    vehicle_model_id: int | None
    part_manufacturer_id: int | None
    part_model_id: int | None
    category_id: int | None
    year: int | None
    category: str
    condition: str
    text: str
    oem_number: str
    serial_number: str
    alternate_numbers: str
    vehicle_id: str
    price: int | None
    """Cents, as is `core_price`."""
    core_price: int | None
    added_at: datetime

    @property
    def part_id(self) -> str:
        """Brand and part code as one, such as S7654321."""
        return f"{self.brand_code}{self.part_code}"
