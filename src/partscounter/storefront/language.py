"""Choosing the language of the pages."""

from starlette.responses import Response

from partscounter.web.desk import Desk
from partscounter.web.languages import LANGUAGES
from partscounter.web.visits import LANGUAGE_COOKIE, Visit, go_to, safe_target

_YEAR = 365 * 24 * 60 * 60


class LanguageChoice:
    """`POST /shop/language`: keeps the choice in the browser, and goes back to where it was made."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def take(self, visit: Visit) -> Response:
        """One that we do not speak changes nothing."""
        response = go_to(safe_target(visit.field("next"), "/shop"))
        chosen = visit.field("language")
        if chosen in LANGUAGES:
            is_secure = visit.base_url.startswith("https:")
            response.set_cookie(LANGUAGE_COOKIE, chosen, _YEAR, httponly=True, samesite="lax", secure=is_secure)
        return response
