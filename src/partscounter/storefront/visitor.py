"""Who is at a page: a customer, known by the link that was followed."""

from starlette.requests import Request

from partscounter.kit.actor import Actor
from partscounter.web.shell import REQUEST_ID_KEY

PRIVATE = {"Cache-Control": "no-store"}
"""Headers of a page that stands behind somebody's own link."""


def actor_of_visit(request: Request) -> Actor:
    """For the history: what was changed through a link names the visit, for the link names the customer."""
    return Actor(name="customer", door="storefront", request_id=request.scope[REQUEST_ID_KEY])
