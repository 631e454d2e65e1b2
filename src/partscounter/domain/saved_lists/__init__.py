"""Lists of parts that an account keeps under a name, to order them again and again."""

from partscounter.domain.saved_lists.errors import InvalidList, ListNameTaken, TooManyLists, UnknownList
from partscounter.domain.saved_lists.keep import keep_cart
from partscounter.domain.saved_lists.lookup import get_list, lines_of_list, list_lists
from partscounter.domain.saved_lists.put_into_cart import put_into_cart
from partscounter.domain.saved_lists.remove import remove_list
from partscounter.domain.saved_lists.rename import rename_list
from partscounter.domain.saved_lists.saved_list import LONGEST_NAME, MOST_LISTS, SavedList

__all__ = [
    "LONGEST_NAME",
    "MOST_LISTS",
    "InvalidList",
    "ListNameTaken",
    "SavedList",
    "TooManyLists",
    "UnknownList",
    "get_list",
    "keep_cart",
    "lines_of_list",
    "list_lists",
    "put_into_cart",
    "remove_list",
    "rename_list",
]
