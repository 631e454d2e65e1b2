"""Nobody is told of an item that templates hide from them, and everybody else is."""

from dataclasses import replace

import pytest

from partscounter.database import Database
from partscounter.domain import access, customer_templates, leads
from partscounter.domain.access import Product
from partscounter.domain.customer_templates import TemplateType
from partscounter.domain.leads import LeadContact, LeadDraft, LeadKind, wants
from partscounter.kit.address import PostalAddress
from partscounter.kit.clock import FixedClock
from tests.make.access import make_credential
from tests.make.counter import TESTER, Counter, make_counter
from tests.make.wants import DRUM, bring, mails_of_wants

HIDDEN = {"availability": [{"name": "Hidden", "steps": [{"part_type": "Brake Drum", "hidden": True}]}]}
CAPPED = {"quantity": [{"name": "Capped", "steps": [{"hidden": True}]}]}


def put(database: Database, tables: dict[str, object]) -> None:
    rules = customer_templates.check_templates(tables, "test")
    database.write(TESTER, lambda tx: customer_templates.put_templates(tx, rules))


def hide_from(database: Database, user: access.Credential, userid: str) -> None:
    put(database, HIDDEN)
    database.write(
        TESTER,
        lambda tx: customer_templates.assign_template(
            tx, credential_id=user.id, userid=userid, types=[TemplateType.AVAILABILITY], name="Hidden"
        ),
    )


def web_shop(database: Database, **options: str) -> access.Credential:
    return make_credential(database, product=Product.INVENTORY, name="shop", all_dealers=True, options=options)


def save_search(database: Database, counter: Counter, user: access.Credential | None) -> None:
    wanted = replace(DRUM, credential_id=None if user is None else user.id)
    database.write(TESTER, lambda tx: leads.save_search(tx, counter.customer, wanted, "Drum"))


def request(database: Database, user: access.Credential, userid: str) -> None:
    contact = LeadContact(PostalAddress(email="cate@customer.example"))
    draft = LeadDraft(LeadKind.PART_REQUEST, contact, userid=userid)
    database.write(TESTER, lambda tx: leads.log_lead(tx, draft, replace(DRUM, credential_id=user.id)))


def told(database: Database, clock: FixedClock) -> int:
    return len(mails_of_wants(database, clock))


def test_a_customer_is_not_told_of_what_a_template_hides(database: Database, clock: FixedClock) -> None:
    counter, user = make_counter(database), web_shop(database)
    assert counter.customer.userid is not None
    hide_from(database, user, counter.customer.userid)
    save_search(database, counter, user)

    bring(database, counter, "1")

    assert told(database, clock) == 0
    with database.read() as tx:
        assert [each.matched for each in wants.list_waiting(tx)] == [0]


@pytest.mark.parametrize(("userid", "count"), [("walk-in", 0), ("somebody-else", 1)])
def test_a_request_is_its_end_users_whether_known_or_not(
    database: Database, clock: FixedClock, userid: str, count: int
) -> None:
    counter, user = make_counter(database), web_shop(database)
    hide_from(database, user, "walk-in")
    request(database, user, userid)

    bring(database, counter, "1")

    assert told(database, clock) == count


def test_what_is_hidden_by_default_is_hidden_from_visitors_too(database: Database, clock: FixedClock) -> None:
    counter, user = make_counter(database), web_shop(database, default_template="Hidden")
    put(database, HIDDEN)
    request(database, user, "")

    bring(database, counter, "1")

    assert told(database, clock) == 0


def test_a_dealers_default_hides_from_customers_of_our_own_shop(database: Database, clock: FixedClock) -> None:
    counter = make_counter(database)
    put(database, HIDDEN)
    database.write(TESTER, lambda tx: customer_templates.set_dealer_defaults(tx, {counter.dealer.id: "Hidden"}))
    save_search(database, counter, None)

    bring(database, counter, "1")

    assert told(database, clock) == 0


def test_a_hidden_quantity_hides_no_item(database: Database, clock: FixedClock) -> None:
    counter, user = make_counter(database), web_shop(database, default_template="Capped")
    put(database, CAPPED)
    save_search(database, counter, user)

    bring(database, counter, "1")

    assert told(database, clock) == 1


def test_what_is_hidden_after_it_fitted_is_not_told_of(database: Database, clock: FixedClock) -> None:
    counter, user = make_counter(database), web_shop(database)
    save_search(database, counter, user)
    (item,) = bring(database, counter, "1")
    with database.read() as tx:
        cursor = wants.find_cursor(tx)
        assert cursor is not None
        changes = wants.read_changes(tx, cursor)
        assert changes is not None
        fits = wants.find_fits(tx, [item], lambda *_: True)
    database.write(
        TESTER, lambda tx: wants.note_fits(tx, after=cursor, cursor=changes.cursor, fits=fits, there_before=())
    )
    assert counter.customer.userid is not None
    hide_from(database, user, counter.customer.userid)

    (mail,) = mails_of_wants(database, clock)

    assert (len(fits.pairs), mail.reason) == (1, "What came in is told already, sold, or hidden from the customer.")
