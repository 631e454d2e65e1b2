"""The names of the trade: part types, makes, models, categories and brands."""

from partscounter.domain.catalog.name import Brand, Name, NameKind, number_written
from partscounter.domain.catalog.naming import (
    find_name,
    find_names,
    list_brands,
    list_names,
    number_names,
    register_brand,
)

__all__ = [
    "Brand",
    "Name",
    "NameKind",
    "find_name",
    "find_names",
    "list_brands",
    "list_names",
    "number_names",
    "number_written",
    "register_brand",
]
