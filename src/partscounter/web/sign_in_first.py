"""Sending a visitor to sign in, and back."""

from urllib.parse import urlencode

from starlette.responses import Response

from partscounter.web.visits import Visit, go_to


def sign_in_first(visit: Visit) -> Response:
    """To the entrance, which leads back to this page."""
    return go_to(f"/sign-in?{urlencode({'next': visit.address})}")
