"""How many items there are under some names, as a search would find them."""

from collections.abc import Callable

from partscounter.domain.catalog import NameKind
from partscounter.search.engine import Search
from partscounter.search.query import Field, Filter


def count_named(search: Search, scope: Filter) -> Callable[[NameKind, frozenset[int]], int]:
    """A function that counts the items of `scope` that have any of the given names of one kind; none for no names."""
    view = search.view()

    def count(kind: NameKind, numbers: frozenset[int]) -> int:
        match kind:
            case NameKind.PART_TYPE:
                wanted = scope._replace(part_types=numbers)
            case NameKind.MAKE:
                wanted = scope._replace(makes=numbers)
            case NameKind.MODEL:
                wanted = scope._replace(models=numbers)
            case NameKind.CATEGORY:
                wanted = scope._replace(categories=numbers)
        # Every item has exactly one line.
        return sum(view.count_by(Field.LINE, wanted).values())

    return count
