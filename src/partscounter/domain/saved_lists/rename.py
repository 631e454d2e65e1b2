"""Giving a list another name."""

from partscounter.database import WriteTx
from partscounter.domain import kept_carts
from partscounter.domain.kept_carts import account_owner
from partscounter.domain.saved_lists import store as sql
from partscounter.domain.saved_lists.errors import ListNameTaken
from partscounter.domain.saved_lists.lookup import get_list
from partscounter.domain.saved_lists.saved_list import SavedList, clean_name, name_key


def rename_list(tx: WriteTx, account_id: int, list_id: int, name: str) -> SavedList:
    """The list by its new name. Refuses with UnknownList, InvalidList and ListNameTaken."""
    get_list(tx, account_id, list_id)
    cleaned = clean_name(name)
    # Held as in `keep_cart`: what reads the names and then writes one comes one after the other.
    kept_carts.hold_lines(tx, account_owner(account_id))
    others = {name_key(each.name) for each in sql.lists_of(tx, account_id) if each.id != list_id}
    if name_key(cleaned) in others:
        raise ListNameTaken("There is another list of this name.")
    sql.set_name(tx, list_id, cleaned)
    return get_list(tx, account_id, list_id)
