"""My place: a postal code that the visitor's browser keeps, from which distances are told."""

from dataclasses import dataclass
from typing import Final

from starlette.responses import Response

from partscounter.search import Point, locate
from partscounter.web.visits import Visit

COOKIE: Final = "place"
LONGEST: Final = 10
_YEAR: Final = 365 * 24 * 60 * 60


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody is."""

    postal_code: str
    point: Point


def find_place(postal_code: str) -> Place | None:
    """The place of a postal code of the United States or Canada; None if it is none."""
    code = " ".join(postal_code.upper().split())
    point = locate(code) if len(code) <= LONGEST else None
    return None if point is None else Place(code, point)


def place_of(visit: Visit) -> Place | None:
    """The visitor's place, if it was said."""
    kept = visit.request.cookies.get(COOKIE, "")
    return find_place(kept) if kept else None


def keep_place(response: Response, visit: Visit, place: Place) -> None:
    """Have the browser keep it for a year."""
    is_secure = visit.base_url.startswith("https:")
    code = place.postal_code.replace(" ", "")
    response.set_cookie(COOKIE, code, _YEAR, path="/", httponly=True, samesite="lax", secure=is_secure)


def forget_place(response: Response) -> None:
    """Have the browser forget it."""
    response.delete_cookie(COOKIE, path="/")
