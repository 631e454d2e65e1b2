"""What the index knows of one item: ids to filter by, texts to find it by, values to sort it by. Never its page row."""

import msgspec

LARGEST_UID = 2**32 - 1


class Document(msgspec.Struct, frozen=True, gc=False):
    """One item as it can be searched. `uid` is the item's id, 1 to 2**32 - 1; every other id is at least 0.

    The index answers with uids only: rows and details come from the database. A struct and not a dataclass, since one
    is made for each of millions of items when an index is built.
    """

    uid: int
    line: int
    """The number of an `inventory.Line`; an API user's line decides which part of the catalogue it sees."""
    dealer_id: int
    store_id: int
    part_type_id: int
    category_id: int
    make_ids: tuple[int, ...] = ()
    """Vehicle make and part manufacturer, as far as known: a make filter matches either."""
    model_ids: tuple[int, ...] = ()
    """Vehicle model and part model, as far as known."""
    listed_make_id: int = 0
    """The one of the two that a list of makes has; as for the model, 0 is none."""
    listed_model_id: int = 0
    year: int = 0
    """0 is unknown."""
    price_cents: int | None = None
    core_price_cents: int | None = None
    vehicle_key: str = ""
    """Names the whole unit that the item came off; the door chooses the spelling."""
    words: tuple[str, ...] = ()
    """Texts that keywords are looked for in: description, part name, make, model, OEM number, tag number."""
    part_numbers: tuple[str, ...] = ()
    """Texts whose middle a keyword may match as well: OEM, tag and serial number, part code, alternates."""
    part_name: str = ""
    make_model: str = ""
    oem_number: str = ""
    vendor_sku: str = ""
    description: str = ""
    condition: str = ""
    category: str = ""
    """The category's name (USED, NEW…): the sort column `type`."""
    vendor: str = ""
    """The dealer's company name: the sort column `vendor`."""
    added_at: int | None = None
    """Seconds since 1970, UTC: the sort column `date_added`."""

    def __post_init__(self) -> None:
        if not 0 < self.uid <= LARGEST_UID:
            raise ValueError(f"an item id of the index is 1 to {LARGEST_UID}, not {self.uid}")
