"""The filters that a user's searches have unless they name their own ("Customized For Each API User")."""

from partscounter.web.incoming import Query, parse_query

FILTERS = frozenset(
    {
        "year_range",
        "zipcode",
        "distance",
        "keywords",
        "category",
        "store",
        "vendor",
        "sort_column",
        "sort_order",
        "result_size",
        "show_suggested",
    }
)
"""What can have a default: all that a search can say beside its path, its page and the end user."""


def read_filters(option: object) -> Query:
    """The option `filters`, written as in an address: `category=USED&year_range=2005,0`. Other names are left out."""
    found = parse_query(str(option or "").encode())
    return Query(tuple((name, value) for name, value in found.pairs if name in FILTERS))


def with_defaults(query: Query, defaults: Query) -> Query:
    """`query`, with the defaults of what it does not name; naming a filter without a value takes its default away."""
    return Query(query.pairs + tuple((name, value) for name, value in defaults.pairs if name not in query))
