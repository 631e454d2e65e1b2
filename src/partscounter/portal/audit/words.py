"""Events in words for people."""

from collections.abc import Mapping
from typing import Final

from partscounter.database.log import StoredEvent

_PAGES: Final[Mapping[str, str]] = {
    "order": "/portal/orders/",
    "item": "/portal/inventory/",
    "quote": "/portal/sales/quotes/",
    "customer": "/portal/customers/",
    "credential": "/portal/credentials/",
    "account": "/portal/people/",
    "mail": "/portal/deliveries/mails/",
}
"""What an event is about → where its page stands, followed by the number."""
_LONGEST_VALUE: Final = 60
_MOST_VALUES: Final = 6

CONCEPTS: Final[Mapping[str, str]] = {
    "account": "people",
    "asset": "machines",
    "catalog": "aliases",
    "core": "cores",
    "credential": "credentials",
    "customer": "customers",
    "customers": "imports of customers",
    "dealer": "dealers",
    "export": "order export",
    "file_import": "imports",
    "inventory": "inventory",
    "lead": "leads",
    "mail": "mails",
    "mapping": "mappings",
    "order": "orders",
    "push": "order push",
    "return": "returns",
    "sale": "sales",
    "signing_key": "signing keys",
    "template": "templates",
    "template_rules": "rules of templates",
    "tracking": "order tracking",
    "want": "wants",
}
"""The first part of an event's kind, and what it is about."""


def said(kind: str) -> str:
    """`credential.options_changed` as `credential: options changed`."""
    concept, _, what = kind.partition(".")
    return f"{concept.replace('_', ' ')}: {what.replace('_', ' ')}"


def page_of(subject: str) -> str:
    """Where the page of an event's subject stands; empty where it has none."""
    concept, _, number = subject.partition(":")
    return f"{_PAGES[concept]}{number}" if concept in _PAGES and number.isdigit() else ""


def summary(event: StoredEvent) -> str:
    """What the event says of itself, cut to a line."""
    parts = [_part(name.replace("_", " "), value) for name, value in event.data.items() if _is_telling(value)]
    rest = "…" if len(parts) > _MOST_VALUES else ""
    return ", ".join(parts[:_MOST_VALUES]) + rest


def _is_telling(value: object) -> bool:
    """Not what is empty or off, and no list of lists, which only the event's own page can show."""
    if isinstance(value, list):
        return bool(value) and not any(isinstance(each, list | dict) for each in value)
    return not isinstance(value, dict) and value not in ("", None, False)


def _part(name: str, value: object) -> str:
    if value is True:
        return name
    text = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
    return f"{name} {text if len(text) <= _LONGEST_VALUE else text[:_LONGEST_VALUE] + '…'}"
