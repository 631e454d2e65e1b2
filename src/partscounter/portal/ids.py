"""Ids in addresses."""

from starlette.exceptions import HTTPException

from partscounter.web.visits import Visit

_MOST_DIGITS = 18
"""What both databases can compare; nothing has a longer id."""


def id_in(visit: Visit, name: str) -> int:
    """The id that the path names; 404 for one that is too long to be any."""
    digits = visit.path(name)
    if len(digits) > _MOST_DIGITS:
        raise HTTPException(404)
    return int(digits)
