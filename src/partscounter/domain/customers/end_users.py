"""Customers as end users of web shops, with what the dealers' books say of them."""

from collections.abc import Collection, Iterator, Mapping

from partscounter.database import ReadTx, WriteTx
from partscounter.domain.customers import store as sql
from partscounter.domain.customers.customer import Customer
from partscounter.domain.customers.profile import NO_PROFILE, CustomerProfile


def iterate_end_users(tx: ReadTx, batch: int = 500) -> Iterator[list[tuple[Customer, CustomerProfile]]]:
    """Every customer with an end-user id, the one known longest first, in batches."""
    last = 0
    while found := sql.end_users_after(tx, last, batch):
        last = found[-1].id
        profiles = sql.load_profiles(tx, [customer.id for customer in found])
        yield [(customer, profiles.get(customer.id, NO_PROFILE)) for customer in found]


def load_profiles(tx: ReadTx, keys: Collection[int]) -> dict[int, CustomerProfile]:
    """The profiles of the customers with these ids of our own, by id; those without one are left out."""
    return sql.load_profiles(tx, keys)


def put_profiles(tx: WriteTx, profiles: Mapping[int, CustomerProfile]) -> None:
    """What the books say of these customers, in place of what they said before."""
    sql.put_profiles(tx, profiles)
