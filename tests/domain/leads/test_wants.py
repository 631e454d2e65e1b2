"""What people wait for is compared with the stock that comes in, and each item is told of once."""

from dataclasses import replace
from datetime import timedelta

import pytest

from partscounter.database import Database
from partscounter.domain import leads
from partscounter.domain.catalog import NameKind, aliases
from partscounter.domain.inventory import Description, Line
from partscounter.domain.leads import wants
from partscounter.domain.leads.wants import (
    LIFETIME,
    TooVague,
    UnknownWant,
    Waiting,
    WantDraft,
    Wanted,
    WantKind,
)
from partscounter.domain.notifications import MailState
from partscounter.kit.address import PostalAddress
from partscounter.kit.clock import FixedClock
from tests.make.access import emitted
from tests.make.counter import TESTER, draft_order, make_counter, place
from tests.make.wants import A_DRUM, DRUM, bring, mails_of_wants, wait_for


def test_tells_of_what_comes_in(database: Database, clock: FixedClock) -> None:
    counter = make_counter(database, address=PostalAddress(company="Lincoln Truck Parts"))
    wait_for(database)
    bring(database, counter, "1", "2")

    (mail,) = mails_of_wants(database, clock)

    assert (mail.state, mail.recipient) == (MailState.SENT, "cate@customer.example")
    assert mail.message.subject == "What you are waiting for has come in: Volvo VNL Brake Drum"
    assert mail.message.text.splitlines() == [
        "What you are waiting for has come in",
        "",
        "You asked us for: Volvo VNL Brake Drum. This has come in and can be bought now:",
        *("", "Part: Brake Drum", "Make: Volvo", "Model: VNL", "Year: 2015", "Item number: T1"),
        "Seller: Lincoln Truck Parts",
        *("", "Part: Brake Drum", "Make: Volvo", "Model: VNL", "Year: 2015", "Item number: T2"),
        "Seller: Lincoln Truck Parts",
    ]


def test_tells_of_an_item_once_whatever_becomes_of_it(database: Database, clock: FixedClock) -> None:
    counter = make_counter(database)
    wait_for(database)
    (item,) = bring(database, counter, "1")
    assert len(mails_of_wants(database, clock)) == 1

    bring(database, counter, "1", about=replace(A_DRUM, condition="B"))
    place(database, draft_order(counter, (item, 1)))
    bring(database, counter, "1", quantity=2)
    assert len(mails_of_wants(database, clock)) == 1

    bring(database, counter, "2")
    assert [mail.state for mail in mails_of_wants(database, clock)] == [MailState.SENT, MailState.SENT]


def test_what_comes_in_at_once_is_told_in_one_mail(database: Database, clock: FixedClock) -> None:
    counter = make_counter(database)
    wait_for(database)
    for number in range(3):
        bring(database, counter, str(number))

    assert len(mails_of_wants(database, clock)) == 1


def test_what_was_sold_meanwhile_is_an_arrival_when_it_comes_back(database: Database, clock: FixedClock) -> None:
    counter = make_counter(database)
    wait_for(database)
    (item,) = bring(database, counter, "1")
    with database.read() as tx:
        cursor = wants.find_cursor(tx)
        assert cursor is not None
        changes = wants.read_changes(tx, cursor)
        assert changes is not None
        fits = wants.find_fits(tx, [item], lambda *_: True)
    noted = database.write(
        TESTER, lambda tx: wants.note_fits(tx, after=cursor, cursor=changes.cursor, fits=fits, there_before=())
    )
    place(database, draft_order(counter, (item, 1)))
    (skipped,) = mails_of_wants(database, clock)

    bring(database, counter, "1", quantity=2)
    _, sent = mails_of_wants(database, clock)

    assert noted
    assert (skipped.state, skipped.reason) == (
        MailState.SKIPPED,
        "What came in is told already, sold, or hidden from the customer.",
    )
    assert sent.state is MailState.SENT


@pytest.mark.parametrize(
    ("wanted", "fits"),
    [
        (DRUM, True),
        (replace(DRUM, part_types=None, makes=None), True),
        (replace(DRUM, part_types=None, models=None), True),
        (Wanted(part_types=frozenset({"hood", "brakedrum"})), True),
        (replace(DRUM, models=frozenset({"vnm"})), False),
        (replace(DRUM, makes=frozenset({"vnl"})), False),
        (replace(DRUM, part_types=frozenset({"brake"})), False),
        (replace(DRUM, year_from=2015, year_to=2015), True),
        (replace(DRUM, year_from=2016), False),
        (replace(DRUM, year_to=2014), False),
        (replace(DRUM, line=Line.HEAVY_TRUCK), True),
        (replace(DRUM, line=Line.MOTORCYCLE), False),
        (replace(DRUM, keywords="t1 (webb|gunite)"), False),
        (replace(DRUM, keywords="brake (t1|gunite)"), True),
    ],
)
def test_fits_as_a_search_would_find(sqlite_database: Database, clock: FixedClock, wanted: Wanted, fits: bool) -> None:
    counter = make_counter(sqlite_database)
    wait_for(sqlite_database, wanted)

    bring(sqlite_database, counter, "1")

    assert len(mails_of_wants(sqlite_database, clock)) == fits


def test_an_item_of_unknown_year_does_not_fit_a_year(sqlite_database: Database, clock: FixedClock) -> None:
    counter = make_counter(sqlite_database)
    wait_for(sqlite_database, replace(DRUM, year_from=2015))

    bring(sqlite_database, counter, "1", about=replace(A_DRUM, year=None))

    assert mails_of_wants(sqlite_database, clock) == []


def test_an_alias_is_the_name(database: Database, clock: FixedClock) -> None:
    counter = make_counter(database)
    alias = aliases.AliasRow(NameKind.MAKE, "Vo", "Volvo")
    database.write(TESTER, lambda tx: aliases.put_aliases(tx, [alias]))
    wait_for(database, Wanted(makes=frozenset({"vo"})))

    bring(database, counter, "1")

    assert len(mails_of_wants(database, clock)) == 1


def test_only_the_vendor_that_was_asked(database: Database, clock: FixedClock) -> None:
    asked, other = make_counter(database), make_counter(database, code="TD01", vendor_id="101", store_id="other")
    wait_for(database, replace(DRUM, dealer_id=asked.dealer.id))
    bring(database, other, "1")
    assert mails_of_wants(database, clock) == []

    bring(database, asked, "1")
    assert len(mails_of_wants(database, clock)) == 1


def test_nobody_is_told_who_has_ended_it(database: Database, clock: FixedClock) -> None:
    counter = make_counter(database)
    link = database.write(TESTER, lambda tx: wants.sign_end_link(tx, wants.add_want(tx, _search_draft())))
    database.write(TESTER, lambda tx: wants.end_want(tx, link))
    database.write(TESTER, lambda tx: wants.end_want(tx, link))

    bring(database, counter, "1")

    assert mails_of_wants(database, clock) == []
    assert [kind for kind, _, _ in emitted(database) if kind.startswith("want.")] == ["want.added", "want.ended"]


def test_after_a_year_nobody_waits(database: Database, clock: FixedClock) -> None:
    counter = make_counter(database)
    wait_for(database)
    clock.at += LIFETIME + timedelta(seconds=1)

    bring(database, counter, "1")

    assert mails_of_wants(database, clock) == []


def test_what_came_in_while_nobody_waited_is_passed_over(database: Database, clock: FixedClock) -> None:
    counter = make_counter(database)
    bring(database, counter, "1")
    wait_for(database)

    bring(database, counter, "2")

    (mail,) = mails_of_wants(database, clock)
    assert "T2" in mail.message.text
    assert "T1" not in mail.message.text


def test_without_an_address_only_the_dealer_knows(database: Database, clock: FixedClock) -> None:
    counter = make_counter(database)
    want = wait_for(database, email="")
    bring(database, counter, "1")

    (mail,) = mails_of_wants(database, clock)

    assert (mail.state, mail.reason) == (MailState.SKIPPED, "Whoever waits has named no mail address.")
    with database.read() as tx:
        (waiting,) = wants.list_waiting(tx, counter.dealer.id)
        counts = [wants.count_open(tx, dealers) for dealers in (None, frozenset({counter.dealer.id}), frozenset[int]())]
    assert (waiting.want.id, waiting.matched, waiting.told_at) == (want.id, 1, None)
    assert counts == [1, 1, 1]


def test_what_nothing_can_fit_is_refused(database: Database) -> None:
    counter = make_counter(database)
    for vague in (Wanted(), Wanted(keywords="drum"), Wanted(makes=frozenset())):
        with pytest.raises(TooVague):
            database.write(TESTER, lambda tx, vague=vague: leads.save_search(tx, counter.customer, vague, "x"))  # type: ignore[misc]

    with database.read() as tx:
        assert wants.list_waiting(tx) == []


def test_searches_are_their_owners(database: Database) -> None:
    counter = make_counter(database)
    other = make_counter(database, code="TD01", vendor_id="101", store_id="other").customer
    own = database.write(TESTER, lambda tx: leads.save_search(tx, counter.customer, DRUM, " Drum \n for Volvo"))
    request = wait_for(database)

    for owner, want_id in ((other.id, own.id), (counter.customer.id, request.id), (counter.customer.id, 99)):
        with pytest.raises(UnknownWant):
            database.write(TESTER, lambda tx, a=owner, b=want_id: wants.end_search(tx, a, b))  # type: ignore[misc]
    with database.read() as tx:
        assert wants.list_searches(tx, counter.customer.id) == [own]
    assert (own.draft.title, own.draft.waiting.email) == ("Drum for Volvo", "buyer@customer.example")

    database.write(TESTER, lambda tx: wants.end_search(tx, counter.customer.id, own.id))
    with database.read() as tx:
        assert wants.list_searches(tx, counter.customer.id) == []


def test_a_part_number_is_waited_for_whatever_the_part_is_called(database: Database, clock: FixedClock) -> None:
    counter = make_counter(database)
    want = wait_for(database, Wanted(numbers=frozenset({"1r1808"})))
    bring(database, counter, "1", about=Description(part_name="Filter", oem_number="1R-1808"))
    bring(database, counter, "2", about=Description(part_name="Filter", alternate_numbers="9X-1, 1r.1808 | P55"))
    bring(database, counter, "3", about=Description(part_name="Filter", oem_number="11R-18080", text="1R-1808"))

    mails = mails_of_wants(database, clock)

    assert [("T1" in each.message.text, "T2" in each.message.text) for each in mails] == [(True, True)]
    assert "T3" not in mails[0].message.text
    with database.read() as tx:
        assert wants.get_want(tx, want.id).draft.wanted.numbers == frozenset({"1r1808"})


def test_a_customer_sees_and_ends_what_they_wait_for_of_either_kind(database: Database) -> None:
    counter = make_counter(database)
    other = make_counter(database, code="TD01", vendor_id="101", store_id="other").customer
    search = database.write(TESTER, lambda tx: leads.save_search(tx, counter.customer, DRUM, "Drum"))
    waiting = Waiting(counter.customer.id, "Bea", "bea@customer.example")
    draft = WantDraft(WantKind.PART_REQUEST, "Hood", Wanted(makes=frozenset({"volvo"})), waiting)
    request = database.write(TESTER, lambda tx: wants.add_want(tx, draft))
    strangers = wait_for(database)

    for owner, want_id in ((other.id, search.id), (counter.customer.id, strangers.id), (counter.customer.id, 99)):
        with pytest.raises(UnknownWant):
            database.write(TESTER, lambda tx, a=owner, b=want_id: wants.end_want_of(tx, a, b))  # type: ignore[misc]
    with database.read() as tx:
        assert [each.want for each in wants.list_wants_of(tx, counter.customer.id)] == [request, search]
        assert wants.list_wants_of(tx, other.id) == []

    for want in (search, request, request):
        ended = database.write(TESTER, lambda tx, b=want.id: wants.end_want_of(tx, counter.customer.id, b))  # type: ignore[misc]
        assert ended.ended_at is not None
    with database.read() as tx:
        assert wants.list_wants_of(tx, counter.customer.id) == []
    assert [kind for kind, _, _ in emitted(database)].count("want.ended") == 2


def test_counts_what_the_one_who_was_told_has_ordered(database: Database, clock: FixedClock) -> None:
    counter = make_counter(database)
    database.write(TESTER, lambda tx: leads.save_search(tx, counter.customer, DRUM, "Drum"))
    (item,) = bring(database, counter, "1", quantity=5)
    place(database, draft_order(counter, (item, 1)))
    clock.at += timedelta(minutes=1)
    mails_of_wants(database, clock)
    clock.at += timedelta(minutes=1)

    place(database, draft_order(counter, (item, 2)))

    with database.read() as tx:
        (recovered,) = wants.count_recovered(tx)
        assert wants.count_recovered(tx, counter.dealer.id) == [recovered]
    assert (recovered.month, recovered.dealer_id) == (f"{clock.at:%Y-%m}", counter.dealer.id)
    assert (recovered.wants, recovered.orders, recovered.units) == (1, 1, 2)
    assert (recovered.amount, recovered.currency) == (200, "EUR")


def _search_draft() -> wants.WantDraft:
    return wants.WantDraft(wants.WantKind.PART_REQUEST, "Drum", DRUM)
