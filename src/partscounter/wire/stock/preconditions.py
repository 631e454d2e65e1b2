"""If-Match and If-None-Match (RFC 9110 §13.1): the state that a change is meant for."""

import re

from partscounter.domain.access import Credential
from partscounter.domain.inventory.changes import Expected
from partscounter.web.incoming import Incoming
from partscounter.web.problems import Malformed

_TAGS = re.compile(r'\s*(?:W/)?"[\x21\x23-\x7E\x80-\xFF]*"\s*(?:,\s*(?:W/)?"[\x21\x23-\x7E\x80-\xFF]*"\s*)*')
_TAG = re.compile(r'(W/)?"([^"]*)"')
_ANY = "*"


def expected_by(incoming: Incoming[Credential]) -> Expected:
    """What the headers say. Of If-None-Match only `*` is understood. Raises Malformed."""
    must_be_new = ", ".join(incoming.headers.getlist("if-none-match")).strip()
    if must_be_new not in {"", _ANY}:
        raise Malformed("Of If-None-Match only * is understood here.")
    stated = read_if_match(", ".join(incoming.headers.getlist("if-match")))
    return Expected(versions=stated.versions, exists=stated.exists, is_new=bool(must_be_new))


def read_if_match(text: str) -> Expected:
    """The ETags, or `*`; blank states nothing. A weak tag matches nothing. Raises Malformed."""
    if text.strip() in {"", _ANY}:
        return Expected(exists=text.strip() == _ANY)
    if not _TAGS.fullmatch(text):
        raise Malformed('The If-Match is neither * nor ETags in double quotes, such as "5f2c0e6a".')
    return Expected(versions=frozenset(tag for weak, tag in _TAG.findall(text) if not weak))
