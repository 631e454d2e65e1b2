"""Which customer a request means: by e-mail address or end-user id, among those that the user sees."""

from partscounter.database import ReadTx
from partscounter.domain import customers
from partscounter.domain.customers import Customer, UnknownCustomer
from partscounter.kit.refusal import Forbidden, Invalid, Violation
from partscounter.search import Point
from partscounter.search.places import locate_address
from partscounter.web.incoming import Query
from partscounter.wire.inventory.user import ApiUser

_ONE_OF = Violation("email or userid", "is required, and not both")


def get_end_user(tx: ReadTx, user: ApiUser, query: Query) -> Customer:
    """The customer that `email` or `userid` names.

    Refuses with Forbidden where the user may not look up anybody, with Invalid unless exactly one of the two is given,
    and with UnknownCustomer for a stranger as for a customer of a dealer that the user does not see.
    """
    if not user.may_look_up_end_users:
        raise Forbidden("You may not look up end users.")
    email, userid = ((query.first(name) or "").strip() for name in ("email", "userid"))
    if bool(email) == bool(userid):
        raise Invalid("The query parameters are not as described.", (_ONE_OF,))
    found = customers.list_end_users_by_email(tx, email) if email else _by_userid(tx, userid)
    seen = [each for each in found if sees_customer(user, each)]
    if not seen:
        raise UnknownCustomer("There is no such end user.")
    return seen[0]


def place_of_end_user(tx: ReadTx, user: ApiUser, userid: str) -> Point | None:
    """Where the address of the customer with this id is; None for one who is a stranger, or of unknown place."""
    seen = [each for each in _by_userid(tx, userid) if sees_customer(user, each)]
    return locate_address(seen[0].invoice_address) if seen else None


def sees_customer(user: ApiUser, customer: Customer) -> bool:
    """Whether the customer is known to every dealer, or to one whose data the user sees."""
    return customer.dealer_id is None or user.credential.sees_dealer(customer.dealer_id)


def _by_userid(tx: ReadTx, userid: str) -> list[Customer]:
    found = customers.find_customer_by_userid(tx, userid)
    return [] if found is None else [found]
