"""Customers under real concurrency: names are given once, and nobody saves over what they have not seen."""

from functools import partial

from partscounter.database import Database
from partscounter.domain import customers
from partscounter.domain.customers import NO_PROFILE, Customer
from tests.make.at_once import at_once
from tests.make.counter import TESTER, make_counter

AT_ONCE = 6


def test_a_name_is_given_once(database: Database) -> None:
    counter = make_counter(database)

    def add(number: int) -> Customer:
        texts = {"family_name": f"N{number}", "userid": "ada"}
        return database.write(TESTER, lambda tx: customers.add_customer(tx, texts, dealer_id=counter.dealer.id))

    outcomes = at_once(*(partial(add, number) for number in range(AT_ONCE)))

    (winner,) = [each for each in outcomes if isinstance(each, Customer)]
    with database.read() as tx:
        assert customers.list_customers_named(tx, "ada") == [winner]


def test_of_several_who_saw_the_same_customer_one_changes_it(database: Database) -> None:
    known = make_counter(database).customer
    texts, version = customers.texts_of(known, NO_PROFILE), customers.version_of(known, NO_PROFILE)

    def edit(number: int) -> Customer:
        told = texts | {"city": f"Town {number}", "territories": str(number)}
        return database.write(TESTER, lambda tx: customers.edit_customer(tx, known.id, told, version=version))

    outcomes = at_once(*(partial(edit, number) for number in range(AT_ONCE)))

    (winner,) = [each for each in outcomes if isinstance(each, Customer)]
    with database.read() as tx:
        assert customers.get_customer(tx, known.id) == winner
        profile = customers.load_profiles(tx, [known.id])[known.id]
    assert winner.invoice_address.city == f"Town {next(iter(profile.territories))}"


def test_changes_that_would_take_one_name(database: Database) -> None:
    people = [make_counter(database, code=f"TD0{at}", vendor_id=f"10{at}", store_id=f"s{at}").customer for at in (1, 2)]

    def rename(known: Customer) -> Customer:
        told = customers.texts_of(known, NO_PROFILE) | {"userid": "same"}
        version = customers.version_of(known, NO_PROFILE)
        return database.write(TESTER, lambda tx: customers.edit_customer(tx, known.id, told, version=version))

    outcomes = at_once(*(partial(rename, each) for each in people))

    (winner,) = [each for each in outcomes if isinstance(each, Customer)]
    with database.read() as tx:
        assert [each.id for each in customers.list_customers_named(tx, "same")] == [winner.id]
