"""Whose cart it is that a visit looks at."""

from partscounter.domain import kept_carts
from partscounter.domain.kept_carts import account_owner, visitor_owner
from partscounter.web.visits import COOKIE, Visit


def owner_of(visit: Visit) -> str:
    """The account's, wherever it signs in; else that of the browser."""
    return visitor_owner(visit.token) if visit.account is None else account_owner(visit.account.id)


def cart_lines(visit: Visit) -> int:
    """How many lines the cart has, for the head of every page. A browser that has no cookie yet has no cart."""
    if COOKIE not in visit.request.cookies:
        return 0
    with visit.app.database.read() as tx:
        return kept_carts.count_lines(tx, owner_of(visit))
