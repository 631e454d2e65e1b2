"""The names of HTTP statuses, for error bodies that spell them out."""

from http import HTTPStatus

# Python renamed this one in 3.13; the wire keeps RFC 9110's name whatever the Python.
_RENAMED = {413: "CONTENT_TOO_LARGE"}


def status_name(status: int) -> str:
    """The name of a registered status in capitals, such as TOO_MANY_REQUESTS for 429."""
    return _RENAMED.get(status) or HTTPStatus(status).name
