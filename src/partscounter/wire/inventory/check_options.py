"""Whether the options given to a new user are ones that this contract knows."""

from collections.abc import Iterator, Mapping

from partscounter.domain.access import OptionValue
from partscounter.domain.inventory import Line
from partscounter.kit.refusal import Invalid, Violation
from partscounter.web.incoming import Query, parse_query
from partscounter.wire.inventory.default_filters import FILTERS, read_filters, with_defaults
from partscounter.wire.inventory.read_search import read_search
from partscounter.wire.inventory.user import ON, SWITCHES, AnswerFormat

_NO = frozenset({"", "0", "false", "no", "off"})
_VALUES = {
    "format": frozenset(AnswerFormat),
    "line": frozenset(name.lower() for name in Line.__members__),
    **dict.fromkeys(SWITCHES, ON | _NO),
}
_SOMEWHERE = Query((("zipcode", "10001"),))
"""A default distance counts, and must be right, as soon as a search names a zipcode."""

_FREE = frozenset({"sells_for", "default_template"})


class InvalidOptions(Invalid):
    """Some options of a user do not exist, or cannot have this value; each is named."""

    code = "invalid_inventory_options"


def check_options(options: Mapping[str, OptionValue]) -> None:
    """Refuses with InvalidOptions naming every option that would do nothing or break every search."""
    violations = tuple(violation for name, value in options.items() for violation in _issues(name, str(value)))
    if violations:
        raise InvalidOptions("these options are not right", violations)


def _issues(name: str, value: str) -> Iterator[Violation]:
    if name == "filters":
        yield from _filter_issues(value)
    elif name in _VALUES:
        if value.lower() not in _VALUES[name]:
            yield Violation(name, f"{value!r} is none of {', '.join(sorted(filter(None, _VALUES[name])))}")
    elif name not in _FREE:
        known = ", ".join(sorted({*_VALUES, *_FREE, "filters"}))
        yield Violation(name, f"is none of {known}")


def _filter_issues(value: str) -> Iterator[Violation]:
    typed = parse_query(value.encode())
    if not typed.readable:
        yield Violation("filters", "cannot be read as the query of an address")
    for name, _ in typed.pairs:
        if name not in FILTERS:
            yield Violation("filters", f"{name!r} is none of {', '.join(sorted(FILTERS))}")
    try:
        read_search(with_defaults(read_filters(value), _SOMEWHERE))
    except Invalid as refused:
        yield from (Violation("filters", f"{each.field} {each.issue}") for each in refused.violations)
