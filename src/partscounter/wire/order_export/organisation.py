"""Whose orders a request is about and for which consumer, and whether this user may see them."""

from partscounter.app import App
from partscounter.domain import dealers, export
from partscounter.domain.access import Credential
from partscounter.domain.dealers import Dealer
from partscounter.domain.export import Consumer
from partscounter.web.incoming import Incoming
from partscounter.web.problems import Problem, ProblemKind, RequestRejected


def admit_admin(incoming: Incoming[Credential]) -> None:
    """Rejects a user who is no admin (403), whatever the organisation and whatever was sent."""
    if not incoming.caller.is_admin:
        raise RequestRejected(Problem(ProblemKind.FORBIDDEN, "Only an admin user may do this."))


def dealer_of(app: App, incoming: Incoming[Credential]) -> Dealer:
    """The dealer whose short name stands in the path.

    Rejects an organisation that does not exist exactly as one that is not this user's (404).
    """
    with app.database.read() as tx:
        dealer = dealers.find_dealer_by_org(tx, incoming.path_values["org"])
    if dealer is None or not incoming.caller.sees_dealer(dealer.id):
        raise RequestRejected(Problem(ProblemKind.NOT_FOUND, "There is no such organisation."))
    return dealer


def consumer_of(app: App, incoming: Incoming[Credential], dealer: Dealer) -> Consumer | None:
    """The named consumer whose address was called; None at the contract's own. Raises UnknownConsumer."""
    name = incoming.path_values.get("consumer")
    if name is None:
        return None
    with app.database.read() as tx:
        return export.get_consumer(tx, dealer.id, name)
