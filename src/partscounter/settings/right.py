"""Rules for settings that are texts. Each takes a value and says what would be right, or None when it is right."""

import ipaddress
import re
from urllib.parse import unquote, urlsplit

_POSTGRESQL = frozenset({"postgresql", "postgresql+psycopg"})
_SOCKET = re.compile(r"[?&]host=/.")
_MAIL_ADDRESS = re.compile(r"[^@\s<>]+@[^@\s<>]+")


def right_base_url(text: str) -> str | None:
    """An http address without a path: links are made by adding to it."""
    wanted = "must be http://host or https://host, without a path, such as https://parts.example"
    address = _split(text)
    if address is None or address[0] not in {"http", "https"} or address[2] not in {"", "/"}:
        return wanted
    return None


def right_database_url(text: str) -> str | None:
    """One of the two databases that the program knows. A socket of PostgreSQL is named by `?host=/folder`."""
    address = _split(text)
    if address and address[0] == "sqlite" and len(address[2]) > 1 and not address[1]:
        return None
    if address and address[0] in _POSTGRESQL and address[1]:
        return None
    if text.partition(":")[0] in _POSTGRESQL and _SOCKET.search(unquote(text)):
        return None
    return "must be sqlite:///path or postgresql://user:password@host/name"


def right_smtp_url(text: str) -> str | None:
    """A mail server, with or without a login."""
    address = _split(text)
    if address is None or address[0] not in {"smtp", "starttls", "smtps"}:
        return "must be smtp://, starttls:// or smtps://, then user:password@host:port or host:port"
    return None


def right_mail_address(text: str) -> str | None:
    """One address; the mail server is the judge of the rest."""
    return None if _MAIL_ADDRESS.fullmatch(text) else "must be one mail address, such as counter@parts.example"


def right_network(text: str) -> str | None:
    """One address or network; a name could change its meaning."""
    try:
        ipaddress.ip_network(text)
    except ValueError:
        return "must be IP addresses or networks, such as 127.0.0.1 or 10.0.0.0/8"
    return None


def _split(text: str) -> tuple[str, str, str] | None:
    """Scheme, host and path, or None when there is no host or the port is none. SQLite has no host: it is empty."""
    try:
        parts = urlsplit(text)
        host = parts.hostname or ""
        parts.port  # noqa: B018 - reading it is what checks it
    except ValueError:
        return None
    if not host and parts.scheme != "sqlite":
        return None
    return parts.scheme, host, parts.path
