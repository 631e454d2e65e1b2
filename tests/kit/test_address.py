"""An address as it is stored."""

from partscounter.kit.address import NOWHERE, PostalAddress

BENCH = PostalAddress(contact="Bea", city="Lincoln", code="P1")


def test_an_address_is_read_as_it_was_stored() -> None:
    assert BENCH.to_data() == {"contact": "Bea", "city": "Lincoln", "code": "P1"}
    assert PostalAddress.from_data(BENCH.to_data()) == BENCH
    assert type(PostalAddress.from_data(BENCH.to_data())) is PostalAddress


def test_parts_may_come_in_any_order_and_with_others_between() -> None:
    stored = {"planet": "Earth", "code": "P1", "city": "Lincoln", "contact": "Bea"}

    assert PostalAddress.from_data(stored) == BENCH


def test_nothing_stored_is_nowhere() -> None:
    assert PostalAddress.from_data(None) is NOWHERE
    assert PostalAddress.from_data({}) is NOWHERE
    assert PostalAddress() == NOWHERE
