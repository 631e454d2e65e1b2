"""The cart that somebody filled before they signed in."""

from partscounter.domain import kept_carts
from partscounter.domain.accounts import Session
from partscounter.domain.kept_carts import account_owner, visitor_owner
from partscounter.web.visits import Visit


def take_cart_along(visit: Visit, session: Session, token: str) -> None:
    """Into the account's cart; while a code is still to come, to the browser's new `token`, which shows nothing yet."""
    before = visitor_owner(visit.token)
    with visit.app.database.read() as tx:
        if not kept_carts.count_lines(tx, before):
            return
    if session.confirmed:
        owner = account_owner(session.account.id)
        visit.app.database.write(visit.actor, lambda tx: kept_carts.merge_carts(tx, before, owner))
    elif token != visit.token:
        visit.app.database.write(visit.actor, lambda tx: kept_carts.hand_over(tx, before, visitor_owner(token)))
