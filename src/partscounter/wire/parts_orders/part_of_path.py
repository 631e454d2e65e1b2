"""The part that a path names."""

from partscounter.database import ReadTx
from partscounter.domain import inventory
from partscounter.domain.access import Credential
from partscounter.domain.dealers import Store
from partscounter.domain.inventory import Item, NotUnique, UnknownItem, part_key
from partscounter.web.incoming import Incoming


def get_part_of(tx: ReadTx, store: Store, incoming: Incoming[Credential]) -> Item:
    """The part with the `partId` of the path; refuses with UnknownItem, and NotUnique where two share it."""
    part_id = incoming.path_values["part"]
    key = part_key("", part_id)
    found = inventory.find_parts(tx, store.id, {key}).get(key, [])
    if not found:
        raise UnknownItem(f"There is no part {part_id}.")
    if len(found) > 1:
        raise NotUnique(f"More than one part answers to {part_id}.")
    return found[0]
