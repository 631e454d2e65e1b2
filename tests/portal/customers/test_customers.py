"""Customers in the portal: found, registered, corrected, invited; each dealer's staff sees its own."""

import pytest

from partscounter.app import App
from partscounter.domain import accounts, customers, leads
from partscounter.domain.customers import Customer
from partscounter.domain.leads import LeadContact, LeadDraft, LeadKind
from partscounter.kit.address import PostalAddress
from tests.make.access import emitted
from tests.make.counter import TESTER, draft_order, place
from tests.make.desk import Staffed, plain, staffed
from tests.make.wants import DRUM

GIVEN = {
    "title": "Ms.",
    "given_name": "Ada",
    "family_name": "Miller",
    "company": "Miller Haulage",
    "email": "ada@miller.example",
    "phone": "123",
    "language": "fr",
    "street": "1 Road",
    "mailing": "",
    "city": "Springfield",
    "state": "IL",
    "postal_code": "62701",
    "country": "US",
    "code": "77",
    "userid": "ada",
    "customer_id": "",
    "type": "fleet",
    "price_code": "4",
    "territories": "13, 14",
}


@pytest.fixture
def desk(app: App) -> Staffed:
    return staffed(app)


def shared(desk: Staffed) -> Customer:
    """A customer of every dealer."""
    return desk.app.database.write(
        TESTER, lambda tx: customers.register_customer(tx, userid="shared", family_name="Everywhere")
    )


def found(desk: Staffed, name: str = "ada") -> list[Customer]:
    with desk.app.database.read() as tx:
        return customers.list_customers_named(tx, name)


def register(desk: Staffed, **given: str) -> Customer:
    answer = desk.clerk.submit("/portal/customers/new", dealer=str(desk.own.dealer.id), **(GIVEN | given))
    assert answer.status_code == 303
    (customer,) = found(desk)
    return customer


def version_in(page: str) -> str:
    return page.partition('name="version" value="')[2].partition('"')[0]


def test_a_customer_is_registered_with_profile_and_found_by_words(desk: Staffed) -> None:
    customer = register(desk)

    assert (customer.dealer_id, customer.name, customer.language) == (desk.own.dealer.id, "Ada Miller", "fr")
    assert customer.invoice_address.company == "Miller Haulage"
    with desk.app.database.read() as tx:
        profile = customers.load_profiles(tx, [customer.id])[customer.id]
    assert (profile.type, profile.territories) == ("fleet", {"13", "14"})
    for search in ("miller", "haulage springf", "ADA@miller", "77"):
        assert "Ada Miller" in desk.clerk.get("/portal/customers", params={"q": search}).text
    assert "No customer fits “zz”." in plain(desk.clerk.get("/portal/customers?q=zz").text)
    assert emitted(desk.app.database)[-1][0] == "customer.added"


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"email": "nobody"}, "email"),
        ({"given_name": "", "family_name": "", "company": ""}, "family_name"),
        ({"city": "x" * 201}, "city"),
    ],
)
def test_what_is_wrong_stands_at_its_field(desk: Staffed, given: dict[str, str], field: str) -> None:
    answer = desk.clerk.submit("/portal/customers/new", dealer=str(desk.own.dealer.id), **(GIVEN | given))

    assert (answer.status_code, f'id="error-{field}"' in answer.text) == (400, True)
    assert 'value="ada"' in answer.text
    assert found(desk) == []


def test_an_outside_name_is_not_given_twice(desk: Staffed) -> None:
    customer = register(desk)

    again = desk.clerk.submit("/portal/customers/new", dealer=str(desk.own.dealer.id), **(GIVEN | {"code": "78"}))

    assert again.status_code == 409
    assert found(desk) == [customer]


def test_a_customer_is_registered_with_ones_own_dealers_only(desk: Staffed) -> None:
    for dealer in (str(desk.other.dealer.id), "every", ""):
        answer = desk.clerk.submit("/portal/customers/new", dealer=dealer, **GIVEN)
        assert answer.status_code == 404
    assert found(desk) == []
    assert desk.operator.submit("/portal/customers/new", dealer="every", **GIVEN).status_code == 303
    assert [each.dealer_id for each in found(desk)] == [None]


def test_a_customer_is_corrected_and_the_event_says_what_but_no_value(desk: Staffed) -> None:
    customer = register(desk)
    at = f"/portal/customers/{customer.id}/edit"
    version = version_in(desk.clerk.get(at).text)

    answer = desk.clerk.submit(at, version=version, **(GIVEN | {"city": "Shelbyville", "type": ""}))

    assert answer.headers["location"] == f"/portal/customers/{customer.id}?done=saved"
    (after,) = found(desk)
    assert after.invoice_address.city == "Shelbyville"
    assert emitted(desk.app.database)[-1] == (
        "customer.edited",
        f"customer:{customer.id}",
        {"customer": customer.id, "changed": ["city", "type"]},
    )


def test_nobody_saves_over_what_they_have_not_seen(desk: Staffed) -> None:
    customer = register(desk)
    at = f"/portal/customers/{customer.id}/edit"
    stale = version_in(desk.clerk.get(at).text)
    desk.manager.submit(at, version=stale, **(GIVEN | {"city": "Shelbyville"}))

    answer = desk.clerk.submit(at, version=stale, **(GIVEN | {"city": "Elsewhere"}))

    assert (answer.status_code, "Somebody else has changed this customer" in answer.text) == (409, True)
    assert found(desk)[0].invoice_address.city == "Shelbyville"


def test_the_card_shows_what_belongs_to_the_customer(desk: Staffed) -> None:
    key, database = desk.own.customer.id, desk.app.database
    order = place(database, draft_order(desk.own, (None, 3)))
    database.write(TESTER, lambda tx: leads.save_search(tx, desk.own.customer, DRUM, "A drum"))
    contact = LeadContact(PostalAddress(email="BUYER@customer.example"))
    draft = LeadDraft(LeadKind.PHONE_CALL, contact, dealer_id=desk.own.dealer.id)
    lead = database.write(TESTER, lambda tx: leads.log_lead(tx, draft))
    foreign = LeadDraft(LeadKind.PHONE_CALL, contact, dealer_id=desk.other.dealer.id)
    database.write(TESTER, lambda tx: leads.log_lead(tx, foreign))

    page = desk.clerk.get(f"/portal/customers/{key}").text

    assert f'<a href="/portal/orders/{order.id}">{order.number}</a>' in page
    assert "€300.00" in page
    assert "A drum" in page
    assert page.count("/portal/leads/") == 1
    assert f"/portal/leads/{lead.id}" in page
    assert desk.operator.get(f"/portal/customers/{key}").text.count("/portal/leads/") == 2


def test_another_dealers_customer_is_not_there(desk: Staffed) -> None:
    other = desk.other.customer
    at = f"/portal/customers/{other.id}"
    for address in (at, f"{at}/edit", f"{at}/invite", f"{at}/preview", f"/portal/customers/{'9' * 30}"):
        assert desk.clerk.get(address).status_code == 404
    for address in (f"{at}/edit", f"{at}/invite", f"{at}/mails", f"{at}/link"):
        assert desk.clerk.submit(address, on="/portal/customers/new", **GIVEN).status_code == 404
    assert "user-TD01" not in desk.clerk.get("/portal/customers").text
    assert "user-TD01" in desk.operator.get("/portal/customers").text
    with desk.app.database.read() as tx:
        assert customers.get_customer(tx, other.id) == other
        assert accounts.list_accounts_of_customer(tx, other.id) == []


def test_customers_of_every_dealer_are_the_operators_to_change(desk: Staffed) -> None:
    customer = shared(desk)
    at = f"/portal/customers/{customer.id}"

    assert "Invite somebody" not in desk.clerk.get(at).text
    for address in (f"{at}/edit", f"{at}/invite", f"{at}/mails", f"{at}/link"):
        assert desk.clerk.submit(address, on="/portal/customers/new", **GIVEN).status_code == 403
    with desk.app.database.read() as tx:
        assert customers.get_customer(tx, customer.id) == customer
    assert desk.operator.get(f"{at}/edit").status_code == 200


def test_mails_are_chosen_for_the_customer(desk: Staffed) -> None:
    key = desk.own.customer.id

    answer = desk.clerk.submit(
        f"/portal/customers/{key}/mails", on=f"/portal/customers/{key}", group=["delivered", "problem", "unknown"]
    )

    assert answer.headers["location"] == f"/portal/customers/{key}?done=mails"
    with desk.app.database.read() as tx:
        customer = customers.get_customer(tx, key)
    assert customer is not None
    assert customer.muted == {
        *("fully_shipped", "partially_shipped", "picked_up", "ready_for_pickup", "on_hold", "released"),
    }


def test_somebody_is_invited_by_a_link_that_is_shown_once(desk: Staffed) -> None:
    at = f"/portal/customers/{desk.own.customer.id}"
    answer = desk.clerk.submit(f"{at}/invite", email="Bea@customer.example", name="Bea")
    link = plain(answer.text).partition("/password/")[2].partition(" ")[0]

    assert answer.status_code == 200
    with desk.app.database.read() as tx:
        account = accounts.read_password_link(tx, link)
    assert (account.email, account.customer_id, account.role) == (
        "bea@customer.example",
        desk.own.customer.id,
        accounts.Role.CUSTOMER,
    )
    assert "invited" in desk.clerk.get(at).text
    again = desk.clerk.submit(f"{at}/link", on=at, account=str(account.id))
    assert f"A link for {account.email}" in again.text


def test_an_address_has_one_account(desk: Staffed) -> None:
    at = f"/portal/customers/{desk.own.customer.id}"

    for email, status in (("clerk-1@parts.example", 409), ("nobody", 400)):
        answer = desk.clerk.submit(f"{at}/invite", email=email, name="Bea")
        assert (answer.status_code, 'id="error-email"' in answer.text) == (status, True)
    with desk.app.database.read() as tx:
        assert accounts.list_accounts_of_customer(tx, desk.own.customer.id) == []


def test_no_link_for_an_account_of_somebody_else(desk: Staffed) -> None:
    with desk.app.database.read() as tx:
        operator = next(each for each in accounts.list_accounts(tx) if each.role is accounts.Role.OPERATOR)
    at = f"/portal/customers/{desk.own.customer.id}"

    answer = desk.clerk.submit(f"{at}/link", on=at, account=str(operator.id))

    assert answer.status_code == 404
